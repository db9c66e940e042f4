package dev.parley.sync;

import dev.parley.conversations.Observed;
import dev.parley.gateway.ElevenLabsGateway;
import dev.parley.gateway.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Asks for several conversations at once; the gateway decides how many at once that really are. */
@ApplicationScoped
class DetailFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(DetailFetcher.class);

    /**
     * What came of it.
     *
     * @param failed ids of conversations whose answer made no sense
     * @param away why the others could not be had: ElevenLabs is away, throttles, or refuses the client's key
     */
    record Answers(List<Observed> fetched, List<String> failed, @Nullable UpstreamException away) {}

    private final ElevenLabsGateway gateway;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    DetailFetcher(ElevenLabsGateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Begins to ask at once; the answers are awaited when they are wanted. */
    Supplier<Answers> fetch(UUID clientId, List<String> ids, Map<String, Double> sentiments) {
        var requestId = MDC.get("requestId");
        var asked = new ArrayList<ComingAnswer>();
        for (var id : ids) {
            var answer = new ComingAnswer();
            asked.add(answer);
            threads.execute(() -> {
                MDC.put("requestId", requestId);
                answer.give(() -> fetch(clientId, id, sentiments.get(id)));
            });
        }
        return () -> answers(ids, asked);
    }

    private static Answers answers(List<String> ids, List<ComingAnswer> asked) {
        var fetched = new ArrayList<Observed>();
        var failed = new ArrayList<String>();
        UpstreamException away = null;
        for (int i = 0; i < asked.size(); i++) {
            try {
                asked.get(i).take().ifPresent(fetched::add);
            } catch (UpstreamException e) {
                if (e.code() == UpstreamException.Code.MALFORMED) {
                    failed.add(ids.get(i));
                } else {
                    away = e;
                }
            }
        }
        return new Answers(fetched, failed, away);
    }

    /** Empty when it is gone: it was deleted after it was listed. */
    private Optional<Observed> fetch(UUID clientId, String id, @Nullable Double sentiment) {
        try {
            var now = clock.instant();
            var conversation = gateway.conversation(clientId, id);
            var analysis = conversation.analysis();
            var score = sentiment == null && analysis != null ? analysis.sentimentScore() : sentiment;
            return Optional.of(new Observed(conversation, score, now));
        } catch (UpstreamException.Refused e) {
            if (e.code() == UpstreamException.Code.NOT_FOUND) {
                LOG.info("Conversation {} is gone at ElevenLabs", id);
                return Optional.empty();
            }
            throw e;
        }
    }
}
