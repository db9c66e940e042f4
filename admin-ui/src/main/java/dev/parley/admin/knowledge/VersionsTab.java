package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import dev.parley.admin.loading.Skeleton;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The versions of a document: which there are, and what is different between two of them. */
final class VersionsTab extends Div {

    private final Desk desk;
    private final DocumentDetails document;
    private final PageState state;
    private final KnowledgeFilter list;
    private final Runnable changed;
    private final FailureNote failure = new FailureNote(this::load);
    private final Div versions = new Div(new Skeleton(6));

    VersionsTab(Desk desk, DocumentDetails document, PageState state, KnowledgeFilter list, Runnable changed) {
        this.desk = desk;
        this.document = document;
        this.state = state;
        this.list = list;
        this.changed = changed;
        versions.addClassName("versions");
        add(failure, versions);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    private void load() {
        failure.hide();
        Background.run(this, () -> desk.documents().versions(desk.api(), document.id()), this::show, failure::show);
    }

    private void show(List<DocumentVersion> found) {
        versions.removeAll();
        found.forEach(version -> versions.add(new VersionLine(desk, document, version, list, changed)));
        if (found.size() > 1) {
            int to = among(found, state.to(), found.getFirst().number());
            int from = among(found, state.from(), found.get(1).number());
            var choice = new Div(
                    select("knowledge.compare.from", found, from, chosen -> PageState.comparing(chosen, to)),
                    select("knowledge.compare.to", found, to, chosen -> PageState.comparing(from, chosen)));
            choice.addClassName("compare");
            versions.add(choice, new DiffLines(desk, document.id(), from, to));
        }
    }

    private static int among(List<DocumentVersion> found, @Nullable Integer asked, int otherwise) {
        return found.stream().anyMatch(version -> Integer.valueOf(version.number())
                                .equals(asked))
                        && asked != null
                ? asked
                : otherwise;
    }

    private Select<Integer> select(String key, List<DocumentVersion> found, int value, IntFunction<PageState> chosen) {
        var select = new Select<Integer>();
        select.setLabel(text(key));
        select.setItems(found.stream().map(DocumentVersion::number).toList());
        select.setItemLabelGenerator(number -> text("knowledge.versionNumber", number));
        select.setValue(value);
        select.addThemeVariants(SelectVariant.SMALL);
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                desk.page(document.id()),
                                chosen.apply(event.getValue()).beside(list));
            }
        });
        return select;
    }
}
