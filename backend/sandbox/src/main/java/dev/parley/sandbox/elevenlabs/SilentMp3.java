package dev.parley.sandbox.elevenlabs;

/** A recording with nothing on it: MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono. */
final class SilentMp3 {

    private static final byte[] HEADER = {(byte) 0xFF, (byte) 0xFB, 0x10, (byte) 0xC0};
    private static final int FRAME_BYTES = 104;
    private static final double FRAMES_PER_SECOND = 44_100 / 1_152.0;

    private SilentMp3() {}

    static byte[] ofSeconds(int seconds) {
        int frames = Math.max(1, (int) (seconds * FRAMES_PER_SECOND));
        var audio = new byte[frames * FRAME_BYTES];
        for (int frame = 0; frame < frames; frame++) {
            System.arraycopy(HEADER, 0, audio, frame * FRAME_BYTES, HEADER.length);
        }
        return audio;
    }
}
