package dev.parley.graphql.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.NodeRoles;
import dev.parley.StartException;
import dev.parley.security.Callers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what people ask, for nobody, before the server listens: the schema is assembled, connections are open and much of the
 * code is compiled when the first request comes. Whatever goes wrong in the asking, the server starts.
 */
@ApplicationScoped
class Warmup {

    private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);
    private static final int BEFORE_THE_SERVER_LISTENS = 900;
    private static final int TIMES = 150;
    private static final int SIGNATURES = 30;
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<GraphQlRequest> QUESTIONS = List.of(
            new GraphQlRequest(
                    "{ conversations(first: 20) { nodes { id status startedAt title topics agent { name } lead { id"
                            + " status } transcript { role message } } pageInfo { hasNextPage endCursor } totalCount } }",
                    null,
                    Map.of()),
            new GraphQlRequest(
                    "query leads($first: Int) { leads(first: $first) { nodes { id name email phone status"
                            + " leadQualityScore createdAt } pageInfo { hasNextPage } } eventPosition }",
                    null,
                    Map.of("first", 20)),
            new GraphQlRequest(
                    "{ conversationStats { count byDay { day count } } leadStats { count averageScore } }",
                    null,
                    Map.of()));

    private final GraphQlEngine engine;
    private final Callers callers;

    @Inject
    Warmup(GraphQlEngine engine, Callers callers) {
        this.engine = engine;
        this.callers = callers;
    }

    void start(@Observes @Priority(BEFORE_THE_SERVER_LISTENS) @Initialized(ApplicationScoped.class) Object started) {
        if (!NodeRoles.from(ConfigProvider.getConfig()).api()) {
            return;
        }
        engine.schema(); // one that cannot be assembled, or settings that make no sense, must stop the start
        long begun = System.nanoTime();
        int asked = 0;
        try {
            callers.rehearse(SIGNATURES);
            while (asked < TIMES && System.nanoTime() - begun < MOST.toNanos()) {
                for (var question : QUESTIONS) {
                    JSON.writeValueAsBytes(GraphQlEngine.answer(engine.rehearse(question), "warm-up"));
                }
                asked++;
            }
        } catch (StartException e) {
            throw e;
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.warn("Warming up went wrong; the first requests will be slow", e);
        }
        LOG.debug("Warmed up in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }
}
