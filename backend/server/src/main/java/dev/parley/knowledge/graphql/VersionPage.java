package dev.parley.knowledge.graphql;

import dev.parley.graphql.PageInfo;
import dev.parley.knowledge.DocumentVersion;
import dev.parley.persistence.Page;
import java.util.List;
import java.util.UUID;

/** Some versions of a document, the newest first. */
public record VersionPage(UUID documentId, Page<DocumentVersion> page) {

    public List<VersionType> getNodes() {
        return page.items().stream().map(VersionType::new).toList();
    }

    public List<VersionEdge> getEdges() {
        return page.items().stream()
                .map(version -> new VersionEdge(new VersionType(version), cursor(version)))
                .toList();
    }

    public PageInfo getPageInfo() {
        return PageInfo.of(page, page.items().stream().map(VersionPage::cursor).toList());
    }

    private static String cursor(DocumentVersion version) {
        return Integer.toString(version.number());
    }
}
