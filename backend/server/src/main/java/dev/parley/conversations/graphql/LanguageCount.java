package dev.parley.conversations.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** How many conversations there were with one language. */
@Type("LanguageCount")
@Description("How many there were with one language.")
public record LanguageCount(String language, int count) {

    @Description("The language.")
    public String getLanguage() {
        return language;
    }

    @Description("How many there were.")
    public Integer getCount() {
        return count;
    }
}
