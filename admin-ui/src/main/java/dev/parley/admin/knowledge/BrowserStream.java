package dev.parley.admin.knowledge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a browser sends, and whether it stopped in the middle. */
final class BrowserStream extends FilterInputStream {

    private volatile boolean broken;

    BrowserStream(InputStream in) {
        super(in);
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}
