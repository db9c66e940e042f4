package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.Choice;
import dev.parley.admin.lists.FilterBar;
import dev.parley.admin.lists.SearchField;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asking the documents, choosing which of them to see, and making a new one. */
final class KnowledgeBar extends FilterBar<KnowledgeFilter> {

    private static final String PASSED = "PASSED";

    private final SearchField search = new SearchField(text("knowledge.search"), this::changed);
    private final Choice<KnowledgeFilter.State> state =
            Choice.of("knowledge.state", List.of(KnowledgeFilter.State.values()), this::changed);
    private final Choice<String> category = named("knowledge.category", "knowledge.category.any");
    private final Choice<String> tag = named("knowledge.tag", "knowledge.tag.any");
    private final Choice<String> review = Choice.of("knowledge.review", List.of(PASSED), this::changed);
    private final Button create = new Button(text("knowledge.new"), VaadinIcon.PLUS.create());
    private final Consumer<KnowledgeFilter> shown;
    private Facets facets = Facets.NONE;
    private KnowledgeFilter filter = KnowledgeFilter.of(QueryParameters.empty());

    /** @param shown told what the list shows from now on */
    KnowledgeBar(Consumer<KnowledgeFilter> shown, Runnable make) {
        this.shown = shown;
        create.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
        create.addClickListener(click -> make.run());
        offer(search, state, category, tag, review);
        add(create);
    }

    KnowledgeFilter filter() {
        return filter;
    }

    Facets facets() {
        return facets;
    }

    void mayCreate(boolean now) {
        create.setVisible(now);
    }

    /** The categories and tags there are to choose from. */
    void offer(Facets all) {
        facets = all;
        fill(category, all.categoryNames(), filter.category());
        fill(tag, all.tagNames(), filter.tag());
    }

    @Override
    protected KnowledgeFilter filter(QueryParameters parameters) {
        return KnowledgeFilter.of(parameters);
    }

    @Override
    protected void show(KnowledgeFilter asked) {
        filter = asked;
        search.show(asked.search());
        state.setValue(asked.state());
        review.setValue(asked.reviewPassed() ? PASSED : null);
        offer(facets);
        shown.accept(asked);
    }

    private Choice<String> named(String key, String any) {
        return new Choice<>(text(key), text(any), List.of(), Function.identity(), this::changed);
    }

    private static void fill(Choice<String> choice, List<String> names, @Nullable String chosen) {
        choice.setItems(Stream.concat(names.stream(), Stream.ofNullable(chosen))
                .distinct()
                .toList());
        choice.setValue(chosen);
    }

    private void changed() {
        choose(new KnowledgeFilter(
                search.search(), state.getValue(), category.getValue(), tag.getValue(), review.getValue() != null));
    }
}
