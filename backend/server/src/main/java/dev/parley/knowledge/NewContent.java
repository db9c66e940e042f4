package dev.parley.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * What a new document, or a new version of one, holds.
 *
 * @param content empty for a file, which is read later
 * @param hash of content, or of the file's bytes
 */
record NewContent(String content, String contentType, String hash, String source, @Nullable String fileName) {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    static NewContent typed(String content, String type) {
        return new NewContent(content, type, ContentHash.of(content), "text", null);
    }

    static NewContent ofFile(String name, String hash) {
        return new NewContent("", UNKNOWN_TYPE, hash, "file", name);
    }

    /** The name under which a file is read: what its uploader says of plain text counts more than how it is called. */
    static String named(String fileName, String type) {
        var content = ContentTypes.fileNameOf(type);
        return fileName + content.substring(content.lastIndexOf('.'));
    }
}
