package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A version in the list of versions: who made it and when, and the way to read it or to bring it back. */
final class VersionLine extends Div {

    VersionLine(Desk desk, DocumentDetails document, DocumentVersion version, KnowledgeFilter list, Runnable changed) {
        addClassName("version");
        var link = new Anchor(
                desk.link(document.id(), PageState.at(version.number(), null).beside(list)),
                text("knowledge.versionNumber", version.number()));
        var facts = new Span(facts(desk, version));
        facts.addClassName("quiet");
        add(link, facts);
        if (Integer.valueOf(version.number()).equals(document.liveVersionNumber())) {
            var live = new Span(text("knowledge.live"));
            live.addClassNames("tag", "tag-ready");
            add(live);
        }
        if (desk.mayEdit() && version.number() != document.versionNumber()) {
            var restore = new Button(text("knowledge.restoreVersion"));
            restore.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            restore.addClickListener(click -> new Changing(changed).now(() -> desk.changes()
                    .restoreVersion(desk.api(), document.id(), document.version(), version.number())));
            add(restore);
        }
    }

    private static String facts(Desk desk, DocumentVersion version) {
        var facts = desk.formats().shortTime(version.createdAt());
        if (version.createdBy() != null) {
            facts += " · " + version.createdBy();
        }
        if (version.restoredFrom() != null) {
            facts += " · " + text("knowledge.restoredFrom", version.restoredFrom());
        }
        return facts + " · " + text("knowledge.characters", desk.formats().number(version.characters()));
    }
}
