package dev.parley.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversations.MergedConversation.State;
import dev.parley.elevenlabs.Conversation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stored after ElevenLabs told of a conversation. A finished conversation never becomes unfinished again; among
 * equals the newer word counts, whatever the order they come in; and what was known is never replaced by less.
 *
 * @param known as it is stored; null when it is new
 * @param conversation as it is to be stored
 * @param sentimentScore ElevenLabs measures it only in its list, not in the detail and the webhook: what is known of it stays
 * @param contentHash of what the newest news said, so that the same news twice changes nothing
 * @param observedAt when ElevenLabs said the newest
 * @param deletedAtSource when ElevenLabs was first seen without what is kept here; null while it has it
 */
record ConversationUpdate(
        @Nullable KnownConversation known,
        Conversation conversation,
        @Nullable Double sentimentScore,
        String contentHash,
        Instant observedAt,
        @Nullable Instant deletedAtSource,
        boolean transcriptChanged) {

    private static final Set<String> STATUSES = Set.of("initiated", "in-progress", "processing", "done", "failed");

    /** Empty when nothing changes. */
    static Optional<ConversationUpdate> of(Observed told, @Nullable KnownConversation known) {
        var conversation = told.conversation();
        var sentiment = sentiment(told.sentimentScore());
        var hash = hash(conversation);
        if (known == null) {
            return Optional.of(new ConversationUpdate(null, conversation, sentiment, hash, told.at(), null, true));
        }
        boolean newer = conversation.isFinished() == known.isFinished()
                ? !told.at().isBefore(known.observedAt())
                : conversation.isFinished();
        var before = known.row().sentimentScore();
        var score = sentiment == null || (!newer && before != null) ? before : sentiment;
        boolean same = hash.equals(known.contentHash()) && known.row().deletedAtSource() == null;
        return same && Objects.equals(score, before)
                ? Optional.empty()
                : merged(told, known, newer, score, newer ? hash : known.contentHash());
    }

    private static Optional<ConversationUpdate> merged(
            Observed told, KnownConversation known, boolean newer, @Nullable Double score, String hash) {
        var news = State.of(told.conversation().raw(), told.conversation().isFinished());
        var stored = known.state();
        var merged = newer ? MergedConversation.of(news, stored) : MergedConversation.of(stored, news);
        var status = newer ? status(told.conversation()) : known.row().status();
        var deleted = deletedAtSource(told, known, newer, merged.lost());
        boolean transcriptChanged = !merged.transcript().equals(stored.transcript());
        boolean changed = transcriptChanged
                || !merged.analysis().equals(stored.analysis())
                || !merged.metadata().equals(stored.metadata())
                || !status.equals(known.row().status())
                || !Objects.equals(score, known.row().sentimentScore())
                || !Objects.equals(deleted, known.row().deletedAtSource());
        return changed
                ? Optional.of(new ConversationUpdate(
                        known,
                        conversation(told.conversation(), status, merged),
                        score,
                        hash,
                        newer ? told.at() : known.observedAt(),
                        deleted,
                        transcriptChanged))
                : Optional.empty();
    }

    /** Of the two states the newer one is what ElevenLabs has now: all is there again, or some of it is lost. */
    private static @Nullable Instant deletedAtSource(
            Observed told, KnownConversation known, boolean newer, boolean lost) {
        var before = known.row().deletedAtSource();
        if (!lost) {
            return newer ? null : before;
        }
        return before != null ? before : newer ? told.at() : known.observedAt();
    }

    private static Conversation conversation(Conversation told, String status, MergedConversation merged) {
        ObjectNode detail = told.raw().deepCopy();
        detail.put("status", status);
        detail.set("transcript", merged.transcript());
        detail.set("metadata", merged.metadata());
        if (!merged.analysis().isEmpty()) {
            detail.set("analysis", merged.analysis());
        }
        return Conversation.read(detail);
    }

    /** As it is stored; one we do not know is a stage on the way. */
    static String status(Conversation conversation) {
        return STATUSES.contains(conversation.status()) ? conversation.status() : "processing";
    }

    private static @Nullable Double sentiment(@Nullable Double score) {
        return score == null || score.isNaN() || score < -1 || score > 1 ? null : score;
    }

    private static String hash(Conversation conversation) {
        var state = State.of(conversation.raw(), conversation.isFinished());
        return hash(
                conversation.status(),
                state.transcript().toString(),
                state.analysis().toString(),
                state.metadata().toString());
    }

    private static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ConversationUpdate[" + conversation.conversationId() + "]";
    }
}
