package dev.parley.admin.security;

import dev.parley.admin.language.Languages;
import dev.parley.admin.language.Translations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page for when nobody can tell who is asking: tries again by itself. */
final class Unavailable {

    private static final int AGAIN_SECONDS = 5;

    private Unavailable() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var locale = Languages.of(request.getCookies(), request.getLocale());
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", String.valueOf(AGAIN_SECONDS));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=utf-8");
        response.getWriter()
                .write(
                        """
                        <!doctype html><html lang="%s"><meta charset="utf-8"><meta http-equiv="refresh" content="%d">
                        <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
                        <title>Parley</title>
                        <body style="font: 15px system-ui; display: grid; place-content: center; min-height: 90vh; text-align: center">
                        <h1 style="font-size: 18px">%s</h1><p>%s</p>
                        """
                                .formatted(
                                        locale.toLanguageTag(),
                                        AGAIN_SECONDS,
                                        Translations.get(locale, "failure.signInAway"),
                                        Translations.get(locale, "failure.triesAgain")));
    }
}
