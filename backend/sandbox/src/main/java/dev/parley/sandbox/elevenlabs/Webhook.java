package dev.parley.sandbox.elevenlabs;

/** A message to the receiver. Prints without content. */
record Webhook(Recorded about, String type, byte[] body) {

    static final String TRANSCRIPTION = "post_call_transcription";
    static final String AUDIO = "post_call_audio";

    /** Recordings are large: ElevenLabs does not say their length beforehand. */
    boolean chunked() {
        return type.equals(AUDIO);
    }

    @Override
    public String toString() {
        return "Webhook[" + type + " " + about.conversationId() + "]";
    }
}
