package dev.parley.admin.fake;

import dev.parley.admin.feature.Feature;
import dev.parley.admin.feature.Features;
import dev.parley.admin.graphql.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GraphQL over HTTP: memberships, and what the features' fakes answer. The access token ends with the person's e-mail. */
public final class FakeApi extends HttpServlet {

    private static final Pattern OPERATION = Pattern.compile("(?:query|mutation) (\\w+)");
    private static final String MEMBERSHIPS = "Clients";

    /** By e-mail: clients as the API shows them. */
    public final Map<String, List<Map<String, String>>> clients = new ConcurrentHashMap<>();

    /** The names of all operations that came. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** When set, everything but memberships is refused with this code. */
    public volatile @Nullable String refusal;

    public volatile boolean everythingRefused;

    private final Map<Class<?>, FakeFeature> features = new HashMap<>();
    private final Map<String, FakeFeature.Answer> operations = new HashMap<>();

    FakeApi() {
        for (var feature : Features.load().all()) {
            var fake = fakeOf(feature);
            features.put(fake.getClass(), fake);
            operations.putAll(fake.operations());
        }
    }

    /** A feature's fake. */
    <T extends FakeFeature> T of(Class<T> type) {
        return type.cast(features.get(type));
    }

    private static FakeFeature fakeOf(Feature feature) {
        var type = feature.getClass();
        var name = type.getPackageName() + ".Fake" + type.getSimpleName().replaceFirst("Feature$", "");
        try {
            return (FakeFeature) Class.forName(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A feature needs its fake beside its tests: " + name, e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = Json.MAPPER.readTree(request.getInputStream());
        var matcher = OPERATION.matcher(body.path("query").asString());
        if (!matcher.find()) {
            throw new IllegalStateException("No operation");
        }
        var operation = matcher.group(1);
        asked.add(operation);
        response.setContentType("application/json");
        if (everythingRefused || refusal != null && !operation.equals(MEMBERSHIPS)) {
            response.setStatus(500);
            response.getWriter()
                    .write("{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"%s\",\"requestId\":\"r-7\"}}]}"
                            .formatted(refusal));
            return;
        }
        var email = request.getHeader("Authorization").replaceAll("^Bearer access-\\d+-", "");
        var data = operation.equals(MEMBERSHIPS)
                ? Map.of("clients", clients.getOrDefault(email, List.of()))
                : operations.get(operation).to(body.path("variables"));
        response.getWriter().write(Json.MAPPER.writeValueAsString(Map.of("data", data)));
    }
}
