package dev.parley.knowledge.search;

import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.util.List;
import java.util.Map;

/** A document that a search finds. */
final class KnowledgeSearchFixture implements FeatureFixture {

    @Override
    public Rows make(Parley parley, OwnClient client) {
        var id = new KnowledgeBase(client).documents().ready("Searched", "The gate is closed at ten.");
        return new Rows(Map.of("searchKnowledge", "(query: \"gate closed\")"), List.of(id));
    }
}
