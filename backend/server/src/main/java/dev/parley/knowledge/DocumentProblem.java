package dev.parley.knowledge;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/**
 * Why a document was not changed.
 *
 * @param field the argument or input field at fault
 */
public record DocumentProblem(Code code, String field, String message) {

    /** The reasons. */
    @Name("DocumentProblemCode")
    @Description("Why nothing was changed.")
    public enum Code {
        @Description("Somebody else changed the document since you loaded it.")
        CONFLICT,
        @Description("The client has no such document, or the document no such version.")
        NOT_FOUND,
        @Description("A text that has to be there is blank.")
        BLANK,
        @Description("A text is longer, or there are more of something, than may be.")
        TOO_LONG,
        @Description("A text holds characters that cannot be stored: U+0000, or half of a surrogate pair.")
        INVALID_CHARACTERS,
        @Description("The content type is none of text, markdown and html.")
        UNSUPPORTED_CONTENT_TYPE,
        @Description("The metadata is no JSON object.")
        INVALID_METADATA,
        @Description("There is nothing to try again: the document did not fail.")
        NOT_FAILED
    }

    static DocumentProblem conflict() {
        return new DocumentProblem(Code.CONFLICT, "version", "Somebody else changed this document; load it again");
    }

    public static DocumentProblem notFound(String field) {
        return new DocumentProblem(Code.NOT_FOUND, field, "There is no such document");
    }

    static DocumentProblem noVersion() {
        return new DocumentProblem(Code.NOT_FOUND, "number", "The document has no such version");
    }

    static DocumentProblem notFailed() {
        return new DocumentProblem(Code.NOT_FAILED, "id", "There is nothing to try again");
    }
}
