package dev.parley.tokens;

import dev.parley.security.Caller;
import dev.parley.security.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants a token for. */
public record NewApiToken(String name, Role role, int expiresInDays) {

    private static final int LONGEST_NAME = 100;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 365;

    public static NewApiToken of(String name, @Nullable Role role, @Nullable Integer expiresInDays) {
        return new NewApiToken(
                name.strip(), role == null ? Role.VIEWER : role, expiresInDays == null ? USUAL_DAYS : expiresInDays);
    }

    Duration lifetime() {
        return Duration.ofDays(expiresInDays);
    }

    /** @return what stands in the way of this caller's making it; empty: nothing */
    List<ApiTokenProblem> problems(Caller maker) {
        var problems = new ArrayList<ApiTokenProblem>();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new ApiTokenProblem(
                    ApiTokenProblem.Code.INVALID,
                    "name",
                    "A name has 1 to " + LONGEST_NAME + " characters and no line breaks"));
        }
        if (!maker.inClient().role().includes(role)) {
            problems.add(new ApiTokenProblem(
                    ApiTokenProblem.Code.ROLE_TOO_HIGH, "role", "The role has more rights than your own"));
        }
        if (expiresInDays < 1 || expiresInDays > MOST_DAYS) {
            problems.add(new ApiTokenProblem(
                    ApiTokenProblem.Code.INVALID, "expiresInDays", "A token lives for 1 to " + MOST_DAYS + " days"));
        }
        return problems;
    }
}
