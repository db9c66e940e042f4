package dev.parley.knowledge.graphql;

import dev.parley.graphql.JsonText;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** What the inputs share. Declares their shape; values are read from the raw argument, which alone tells null from absent. */
public abstract class DocumentFields {

    private String contentType;
    private String category;
    private List<String> tags;
    private JsonText metadata;
    private Instant reviewBy;

    @Description(
            "What it is: text (what it is without it), markdown or html, or their media types. Of a file the content decides; it only tells"
                    + " kinds of plain text apart.")
    public String getContentType() {
        return contentType;
    }

    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    @Description("Where to file it; 100 characters at most.")
    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    @Description("All its tags: 30 at most, of 50 characters at most.")
    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = tags;
    }

    @Description("A JSON object to be kept with it; 10000 characters at most.")
    public JsonText getMetadata() {
        return metadata;
    }

    public void setMetadata(JsonText metadata) {
        this.metadata = metadata;
    }

    @Description("When somebody should look whether it is still true.")
    public Instant getReviewBy() {
        return reviewBy;
    }

    public void setReviewBy(Instant reviewBy) {
        this.reviewBy = reviewBy;
    }
}
