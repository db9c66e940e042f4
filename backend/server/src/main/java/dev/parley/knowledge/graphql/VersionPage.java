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

    public PageInfo getPageInfo() {
        return PageInfo.of(
                page,
                page.items().stream()
                        .map(version -> Integer.toString(version.number()))
                        .toList());
    }
}
