package dev.parley.gateway;

/** Whom we ask. */
enum Upstream {
    ELEVENLABS("ElevenLabs", "elevenlabs"),
    OPENAI("OpenAI", "openai");

    private final String title;
    private final String logged;

    Upstream(String title, String logged) {
        this.title = title;
        this.logged = logged;
    }

    /** In sentences. */
    String title() {
        return title;
    }

    /** In the request log. */
    String logged() {
        return logged;
    }
}
