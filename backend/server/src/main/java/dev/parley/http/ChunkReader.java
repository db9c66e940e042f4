package dev.parley.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.BadRequestException;
import java.util.regex.Pattern;

/**
 * Hands large chunks of chunked bodies on in pieces, and takes nothing for a chunk that is none. Helidon gathers a whole
 * chunk in memory, however large it says it is, before anybody can refuse it; it takes "+5" for a size, and any two bytes
 * for the end of a chunk.
 */
final class ChunkReader extends DataReader {

    private static final int PIECE = 64 << 10;
    private static final int LONGEST_SIZE_LINE = 100;
    private static final int END_OF_LINE = 2;
    private static final Pattern SIZE = Pattern.compile("0*[0-9A-Fa-f]{1,8}");

    /** Bytes of the present chunk after the present piece. */
    private long rest;
    /** What is skipped next is the end of a piece. */
    private boolean inPiece;
    /** The last chunk is out: an empty line ends the body. */
    private boolean ending;
    /** Nobody can tell where this body ends. */
    private boolean broken;

    ChunkReader(DataReader source) {
        super(() -> next(source));
    }

    /** Read for nothing but sizes of chunks, and the end of the last one. */
    @Override
    public String readLine() {
        if (ending) {
            ending = false;
            endLine();
            return "";
        }
        if (rest == 0) {
            rest = size();
            ending = rest == 0;
        }
        long piece = Math.min(rest, PIECE);
        rest -= piece;
        inPiece = piece > 0;
        return Long.toHexString(piece);
    }

    @Override
    public BufferData readBuffer(int length) {
        var data = getBuffer(length);
        super.skip(length); // not the end of a piece, which is skipped after it
        return data;
    }

    @Override
    public void skip(int count) {
        if (!inPiece) {
            super.skip(count);
            return;
        }
        inPiece = false;
        if (rest == 0) { // between two pieces of a chunk there is no end of line
            endLine();
        }
    }

    /** Every way to bytes leads through here. */
    @Override
    public void ensureAvailable() {
        if (broken) {
            throw broken("The body broke off");
        }
        super.ensureAvailable();
    }

    private long size() {
        if (findNewLine(LONGEST_SIZE_LINE) == LONGEST_SIZE_LINE) {
            throw broken("A chunk's size is longer than a line");
        }
        var line = super.readLine();
        if (!SIZE.matcher(line).matches()) {
            throw broken("A chunk's size is hexadecimal digits");
        }
        return Long.parseLong(line, 16);
    }

    private void endLine() {
        if (!startsWithNewLine()) {
            throw broken("A chunk, or the body, does not end where it said");
        }
        super.skip(END_OF_LINE);
    }

    private BadRequestException broken(String why) {
        broken = true;
        return new BadRequestException(why);
    }

    private static byte[] next(DataReader source) {
        source.ensureAvailable();
        var data = source.readBuffer();
        var bytes = new byte[data.available()];
        data.read(bytes);
        return bytes;
    }
}
