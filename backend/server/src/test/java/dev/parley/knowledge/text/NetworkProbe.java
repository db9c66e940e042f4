package dev.parley.knowledge.text;

import dev.parley.knowledge.text.child.ReadFile;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;

/** Tries what a parser must not be able to, in the place of {@link ReadFile}; run by {@link TextExtractorTest}. */
final class NetworkProbe {

    private NetworkProbe() {}

    /** Something that must fail. */
    @FunctionalInterface
    private interface Try {
        Object go() throws Exception;
    }

    public static void main(String[] arguments) {
        ReadFile.closeTheNetwork();
        print(() -> new Socket("127.0.0.1", 1));
        print(() -> new ServerSocket(0));
        print(() -> URI.create("http://127.0.0.1:1/").toURL().openStream());
        print(SocketChannel::open);
        System.out.println((System.getenv().isEmpty() ? "refused" : "given") + " the environment");
    }

    private static void print(Try attempt) {
        try {
            System.out.println("reached " + attempt.go());
        } catch (Exception e) {
            // A refused connection would have been one.
            System.out.println((e instanceof java.net.ConnectException ? "connected " : "refused ") + e);
        }
    }
}
