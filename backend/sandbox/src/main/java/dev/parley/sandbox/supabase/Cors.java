package dev.parley.sandbox.supabase;

import dev.parley.sandbox.http.Answer;
import dev.parley.sandbox.http.Request;

/** Browsers may call from anywhere. */
final class Cors {

    private Cors() {}

    static Answer preflight(Request request) {
        return allow(Answer.empty(200))
                .with("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS")
                .with(
                        "Access-Control-Allow-Headers",
                        request.header("Access-Control-Request-Headers")
                                .orElse("authorization, apikey, content-type, x-client-info"))
                .with("Access-Control-Max-Age", "3600");
    }

    static Answer allow(Answer answer) {
        return answer.with("Access-Control-Allow-Origin", "*")
                .with("Access-Control-Expose-Headers", "X-Total-Count, Link, X-Supabase-Api-Version, X-Sb-Error-Code");
    }
}
