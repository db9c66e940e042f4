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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
     * @param gone ids of conversations that ElevenLabs does not have any more
     * @param faults those that could not be had
     */
    record Answers(List<Observed> fetched, List<String> gone, List<Fault> faults) {

        /** Of all that was asked for. */
        Stream<String> ids() {
            return Stream.of(
                            fetched.stream().map(one -> one.conversation().conversationId()),
                            gone.stream(),
                            faults.stream().map(Fault::conversationId))
                    .flatMap(Function.identity());
        }

        Answers withoutFaults() {
            return new Answers(fetched, gone, List.of());
        }
    }

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
        var gone = new ArrayList<String>();
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < asked.size(); i++) {
            var id = ids.get(i);
            try {
                asked.get(i).take().ifPresentOrElse(fetched::add, () -> gone.add(id));
            } catch (RuntimeException e) {
                var fault = new Fault(id, e);
                LOG.warn("Conversation {} could not be had: {}", id, fault.code());
                faults.add(fault);
            }
        }
        return new Answers(fetched, gone, faults);
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
