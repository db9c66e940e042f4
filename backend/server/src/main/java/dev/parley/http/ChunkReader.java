package dev.parley.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.BadRequestException;

/**
 * Hands large chunks of chunked bodies on in pieces. Helidon gathers a whole chunk in memory, however large it says it is,
 * before anybody can refuse it.
 */
final class ChunkReader extends DataReader {

    private static final int PIECE = 64 << 10;
    private static final int LONGEST_SIZE_LINE = 100;
    private static final int END_OF_LINE = 2;

    /** Bytes of the present chunk after the present piece. */
    private long rest;

    ChunkReader(DataReader source) {
        super(() -> next(source));
    }

    /** Read for nothing but sizes of chunks, and the end of the last one. */
    @Override
    public String readLine() {
        if (rest == 0) {
            if (findNewLine(LONGEST_SIZE_LINE) == LONGEST_SIZE_LINE) {
                throw new BadRequestException("A chunk's size is longer than a line");
            }
            var line = super.readLine();
            if (!isLarge(line)) {
                return line;
            }
            rest = Long.parseLong(line, 16);
        }
        long piece = Math.min(rest, PIECE);
        rest -= piece;
        return Long.toHexString(piece);
    }

    @Override
    public void skip(int count) {
        if (rest == 0 || count != END_OF_LINE) { // between two pieces there is no end of line
            super.skip(count);
        }
    }

    private static boolean isLarge(String size) {
        try {
            return Integer.parseInt(size, 16) > PIECE;
        } catch (NumberFormatException e) {
            return false; // Helidon says what is wrong with it
        }
    }

    private static byte[] next(DataReader source) {
        source.ensureAvailable();
        var data = source.readBuffer();
        var bytes = new byte[data.available()];
        data.read(bytes);
        return bytes;
    }
}
