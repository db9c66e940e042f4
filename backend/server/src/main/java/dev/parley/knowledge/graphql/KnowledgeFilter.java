package dev.parley.knowledge.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Ids;
import dev.parley.knowledge.search.SearchFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which documents are searched. */
@Input("KnowledgeFilter")
@Description("Which documents are searched: all of it has to hold. What is null or left out asks nothing.")
public class KnowledgeFilter {

    private static final int MOST = 200;

    private List<String> documentIds;
    private String category;
    private List<String> tags;
    private String language;
    private Instant updatedAfter;

    /** @throws ParleyException BAD_USER_INPUT when a list is too long */
    static SearchFilter chosen(@Nullable KnowledgeFilter filter) {
        if (filter == null) {
            return SearchFilter.EVERYWHERE;
        }
        return new SearchFilter(
                filter.ids(),
                filter.category,
                filter.tags == null
                        ? null
                        : atMost(filter.tags, "tags").stream().distinct().toList(),
                filter.language,
                filter.updatedAfter);
    }

    private @Nullable List<UUID> ids() {
        return documentIds == null
                ? null
                : atMost(documentIds, "documentIds").stream()
                        .map(Ids::parse)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static List<String> atMost(List<String> values, String name) {
        if (values.size() > MOST) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"%s\" has at most %d".formatted(name, MOST));
        }
        return values;
    }

    @Description("One of these documents; at most 200. An empty list finds nothing.")
    public List<String> getDocumentIds() {
        return documentIds;
    }

    public void setDocumentIds(List<String> documentIds) {
        this.documentIds = documentIds;
    }

    @Description("Filed under this category exactly.")
    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    @Description("With all of these tags; at most 200.")
    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = tags;
    }

    @Description("In this language: ru or en.")
    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    @Description("People last changed it after this time.")
    public Instant getUpdatedAfter() {
        return updatedAfter;
    }

    public void setUpdatedAfter(Instant updatedAfter) {
        this.updatedAfter = updatedAfter;
    }
}
