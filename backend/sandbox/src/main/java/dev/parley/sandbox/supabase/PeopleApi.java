package dev.parley.sandbox.supabase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Log in, stay logged in, see oneself, log out. */
final class PeopleApi {

    private record Signed(Account account, Session session) {}

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;

    PeopleApi(Accounts accounts, Sessions sessions, AccessTokens tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    static Answer signUp(Request request) {
        throw new RefusalException(422, "signup_disabled", "Signups not allowed for this instance");
    }

    Answer token(Request request) throws IOException {
        return switch (request.query("grant_type").orElse("")) {
            case "password" -> withPassword(Bodies.object(request));
            case "refresh_token" -> withRefreshToken(Bodies.object(request));
            default -> throw new RefusalException(400, "invalid_credentials", "unsupported_grant_type");
        };
    }

    Answer user(Request request) {
        var signed = signed(request);
        return Answer.json(200, signed.account().json(signed.session().startedAt()));
    }

    Answer logOut(Request request) {
        var mine = signed(request).session();
        Predicate<Session> ofMe = session -> session.userId().equals(mine.userId());
        Predicate<Session> thisOne = session -> session.id().equals(mine.id());
        switch (request.query("scope").orElse("global")) {
            case "global" -> sessions.end(ofMe);
            case "local" -> sessions.end(thisOne);
            case "others" -> sessions.end(ofMe.and(thisOne.negate()));
            default -> throw new RefusalException(400, "validation_failed", "Unsupported logout scope");
        }
        return Answer.empty(204);
    }

    private Answer withPassword(ObjectNode body) {
        var email = Json.text(body, "email");
        var phone = Json.text(body, "phone");
        if (email != null && phone != null) {
            throw new RefusalException(
                    400, "validation_failed", "Only an email address or phone number should be provided on login.");
        }
        if (phone != null) {
            throw new RefusalException(422, "phone_provider_disabled", "Phone logins are disabled");
        }
        if (email == null || email.isBlank()) {
            throw new RefusalException(400, "validation_failed", "missing email or phone");
        }
        var account = accounts.byEmail(email.strip())
                .filter(found -> found.password() != null)
                .filter(found -> found.password().equals(Json.text(body, "password")))
                .orElseThrow(() -> new RefusalException(400, "invalid_credentials", "Invalid login credentials"));
        return granted(account, sessions.start(account.id()));
    }

    private Answer withRefreshToken(ObjectNode body) {
        var token = Json.text(body, "refresh_token");
        if (token == null || token.isEmpty()) {
            return Answer.json(
                    400,
                    Json.object().put("error", "invalid_request").put("error_description", "refresh_token required"));
        }
        var grant = sessions.refresh(token);
        return granted(accounts.byId(grant.session().userId()).orElseThrow(), grant);
    }

    private Answer granted(Account account, Sessions.Grant grant) {
        var answer = Json.object()
                .put("access_token", tokens.mint(account, grant.session()))
                .put("token_type", "bearer")
                .put("expires_in", tokens.lifetime().toSeconds())
                .put("expires_at", tokens.expiry().getEpochSecond())
                .put("refresh_token", grant.token().value());
        answer.set("user", account.json(grant.session().startedAt()));
        return Answer.json(200, answer).with("Cache-Control", "no-store");
    }

    /** Whose bearer token it is, as long as the session lasts. */
    private Signed signed(Request request) {
        var bearer = Gateway.bearer(request).orElseThrow(Bodies::noBearer);
        // The gateway turns an api key into a token without a person.
        if (bearer.startsWith("sb_")) {
            throw missingSubject();
        }
        var claims = tokens.verify(bearer);
        var subject = uuid(claims.getSubject());
        if (subject == null) {
            throw missingSubject();
        }
        var account = accounts.byId(subject)
                .orElseThrow(
                        () -> new RefusalException(403, "user_not_found", "User from sub claim in JWT does not exist"));
        var sessionId = uuid((String) claims.getClaim("session_id"));
        var session = sessionId == null ? null : sessions.live(sessionId).orElse(null);
        if (session == null || !session.userId().equals(subject)) {
            throw new RefusalException(403, "session_not_found", "Session from session_id claim in JWT does not exist");
        }
        return new Signed(account, session);
    }

    private static RefusalException missingSubject() {
        return new RefusalException(403, "bad_jwt", "invalid claim: missing sub claim");
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
