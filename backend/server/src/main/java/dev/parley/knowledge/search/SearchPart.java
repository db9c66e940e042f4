package dev.parley.knowledge.search;

import org.eclipse.microprofile.graphql.Description;

/** What a search is made of beside the words themselves. */
@Description("What a search is made of beside the words themselves.")
public enum SearchPart {
    @Description("The embedding of the question: finds what means the same.")
    EMBEDDINGS
}
