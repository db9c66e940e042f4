package dev.parley.sandbox.supabase;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.http.Request;
import java.io.IOException;
import java.util.regex.Pattern;

/** What a server may do with the secret key. */
final class AdminApi {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Accounts accounts;

    AdminApi(Accounts accounts) {
        this.accounts = accounts;
    }

    Answer users(Request request) {
        int page = number(request, "page", 1);
        int size = number(request, "per_page", 50);
        var all = accounts.all();
        int last = Math.max(1, (all.size() + size - 1) / size);
        var body = Json.object();
        var users = body.putArray("users");
        all.stream().skip((long) (page - 1) * size).limit(size).forEach(account -> users.add(account.json(null)));
        body.put("aud", "authenticated");
        var links = link(last, size, "last");
        return Answer.json(200, body)
                .with("X-Total-Count", Integer.toString(all.size()))
                .with("Link", page < last ? link(page + 1, size, "next") + ", " + links : links);
    }

    Answer invite(Request request) throws IOException {
        var email = Json.text(Bodies.object(request), "email");
        if (email == null || !ADDRESS.matcher(email.strip()).matches()) {
            throw new RefusalException(400, "validation_failed", "Unable to validate email address: invalid format");
        }
        return Answer.json(200, accounts.invite(email.strip()).json(null));
    }

    private static String link(int page, int size, String relation) {
        return "<" + SupabaseAuth.PREFIX + "/admin/users?page=" + page + "&per_page=" + size + ">; rel=\"" + relation
                + "\"";
    }

    private static int number(Request request, String name, int otherwise) {
        var text = request.query(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RefusalException(400, "validation_failed", "Bad Pagination Parameters: " + name);
    }
}
