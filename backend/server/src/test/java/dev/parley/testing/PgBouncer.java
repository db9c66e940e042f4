package dev.parley.testing;

import static org.awaitility.Awaitility.await;

import dev.parley.schema.DatabaseUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A transaction-mode pooler in front of the test database, as Supabase's port 6543 is: no session state survives it. */
final class PgBouncer implements AutoCloseable {

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PgBouncer start(DatabaseUrl target) throws IOException {
        int port = freePort();
        var server = URI.create(target.jdbc().substring("jdbc:".length()));
        var folder = Files.createTempDirectory("parley-pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var users =
                readable(folder.resolve("users.txt"), "\"%s\" \"%s\"%n".formatted(target.user(), target.password()));
        var settings = readable(
                folder.resolve("pgbouncer.ini"),
                """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 4
                max_client_conn = 200
                ignore_startup_parameters = extra_float_digits
                server_login_retry = 1
                """
                        .formatted(server.getHost(), server.getPort(), port, users));
        var command = new ArrayList<>(List.of(executable()));
        var user = System.getenv("PARLEY_TEST_PG_USER");
        if (user != null && "root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", user)); // it refuses to be root
        }
        command.add(settings.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await("pgbouncer on " + port).until(() -> process.isAlive() && answers(port));
        return new PgBouncer(process, port);
    }

    DatabaseUrl through(DatabaseUrl url) {
        return new DatabaseUrl(
                url.jdbc().replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/"), url.user(), url.password());
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String executable() {
        var named = System.getenv("PARLEY_TEST_PGBOUNCER");
        return named == null ? "pgbouncer" : named;
    }

    private static Path readable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
