package dev.parley.knowledge.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** What is to be other than before. */
@Input("UpdateDocumentInput")
@Description("What to change of a document. Another content, or content type, is a new version.")
public class DocumentChanges extends DocumentFields {

    private String title;
    private String content;

    @Description("300 characters at most; it cannot be cleared, null leaves it.")
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    @Description("By default 4000000 characters at most; it cannot be cleared, null leaves it.")
    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
