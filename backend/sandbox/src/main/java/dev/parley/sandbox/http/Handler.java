package dev.parley.sandbox.http;

import java.io.IOException;

/** Answers a request. */
@FunctionalInterface
public interface Handler {

    Answer handle(Request request) throws IOException;
}
