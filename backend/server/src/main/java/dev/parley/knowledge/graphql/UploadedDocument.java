package dev.parley.knowledge.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** What goes with a file. */
@Input("UploadDocumentInput")
@Description("What is said of a file that is uploaded.")
public class UploadedDocument extends DocumentFields {

    private String title;

    @Description("Its title; 300 characters at most. Without it, the name of the file.")
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
