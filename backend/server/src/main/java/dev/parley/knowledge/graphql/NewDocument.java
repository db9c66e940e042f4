package dev.parley.knowledge.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A document that is sent as text. */
@Input("CreateDocumentInput")
@Description("A new document.")
public class NewDocument extends DocumentFields {

    @NonNull
    private String title;

    @NonNull
    private String content;

    @Description("Its title; 300 characters at most.")
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    @Description("Its content, by default 4000000 characters at most.")
    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
