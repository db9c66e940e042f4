package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.Facts;

/** Beside what a document says: its tags, its facts, and documents like it. */
final class DocumentSide extends Div {

    private final Desk desk;

    DocumentSide(Desk desk) {
        this.desk = desk;
        addClassName("document-side");
    }

    void show(DocumentDetails document, KnowledgeFilter list) {
        removeAll();
        if (!document.tags().isEmpty()) {
            var tags = new Div();
            tags.addClassName("chips");
            document.tags().forEach(tag -> tags.add(tag(tag)));
            add(section(text("knowledge.tags"), tags));
        }
        add(section(text("knowledge.about"), facts(document)));
        if (!document.similarDocuments().isEmpty()) {
            var similar = new Div();
            similar.addClassName("similar");
            document.similarDocuments().forEach(one -> similar.add(similar(one, list)));
            add(section(text("knowledge.similar"), similar));
        }
    }

    private Anchor tag(String tag) {
        var link = new Anchor(desk.list() + "?" + QueryParameters.of("tag", tag).getQueryString(), tag);
        link.addClassName("chip");
        return link;
    }

    private Anchor similar(DocumentDetails.Similar one, KnowledgeFilter list) {
        var score = new Span(desk.formats().percent(one.score()));
        score.addClassName("quiet");
        var link = new Anchor(desk.link(one.document().id(), list.parameters()));
        link.add(new Span(one.document().title()), score);
        return link;
    }

    private Facts facts(DocumentDetails document) {
        var formats = desk.formats();
        var facts = new Facts();
        facts.add(text("knowledge.category"), document.category() == null ? "" : document.category());
        facts.add(text("knowledge.reviewBy"), document.reviewBy() == null ? "" : formats.date(document.reviewBy()));
        facts.add(text("knowledge.file"), document.fileName() == null ? "" : document.fileName());
        facts.add(text("knowledge.type"), document.contentType());
        facts.add(text("knowledge.version"), String.valueOf(document.versionNumber()));
        facts.add(
                text("knowledge.found"),
                document.liveVersionNumber() == null
                        ? text("knowledge.found.none")
                        : text("knowledge.found.version", document.liveVersionNumber()));
        if (document.embeddingModel() != null) {
            facts.add(
                    text("knowledge.model"),
                    document.embeddingModel().startsWith("offline")
                            ? text("knowledge.model.offline")
                            : document.embeddingModel());
        }
        facts.add(text("knowledge.created"), formats.fullTime(document.createdAt()));
        facts.add(text("knowledge.changed"), formats.fullTime(document.updatedAt()));
        return facts;
    }

    private static Div section(String title, Component content) {
        var section = new Div(new H2(title), content);
        section.addClassName("section");
        return section;
    }
}
