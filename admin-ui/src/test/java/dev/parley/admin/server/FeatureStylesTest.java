package dev.parley.admin.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.TurnedClock;
import dev.parley.admin.fake.FakeWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class FeatureStylesTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatFeaturesHaveBesideTheirViewsIsOneFile() throws Exception {
        try (var world = new FakeWorld();
                var server = world.server(new TurnedClock())) {
            var address = URI.create("http://127.0.0.1:" + server.start() + "/features.css");

            var first = get(HttpRequest.newBuilder(address));

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Content-Type")).hasValue("text/css;charset=utf-8");
            assertThat(first.body()).contains(".evidence {", ".transcript {", ".bell {");
            var tag = first.headers().firstValue("ETag").orElseThrow();
            var second = get(HttpRequest.newBuilder(address).header("If-None-Match", tag));
            assertThat(second.statusCode()).isEqualTo(304);
        }
    }

    private HttpResponse<String> get(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
