package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.admin.language.Formats;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a document is filed under. */
final class FilingFields {

    private static final int LONGEST_TITLE = 300;

    private final Formats formats;
    final TextField title = new TextField(text("knowledge.title"));
    private final ComboBox<String> category = new ComboBox<>(text("knowledge.category"));
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>(text("knowledge.tags"));
    private final DatePicker reviewBy = new DatePicker(text("knowledge.reviewBy"));

    FilingFields(Formats formats) {
        this.formats = formats;
        title.setMaxLength(LONGEST_TITLE);
        category.setAllowCustomValue(true);
        category.addCustomValueSetListener(event -> category.setValue(event.getDetail()));
        category.setClearButtonVisible(true);
        tags.setAllowCustomValue(true);
        tags.addCustomValueSetListener(event -> {
            var all = new HashSet<>(tags.getValue());
            all.add(event.getDetail().strip());
            offerTags(all);
            tags.setValue(all);
        });
        reviewBy.setHelperText(text("knowledge.reviewBy.explanation"));
        reviewBy.setClearButtonVisible(true);
        reviewBy.setI18n(new CalendarTexts(formats.locale()));
    }

    Component[] all() {
        return new Component[] {title, category, tags, reviewBy};
    }

    /** Those that other documents have. */
    void offer(Facets facets) {
        var chosen = category.getValue();
        category.setItems(withOwn(facets.categoryNames(), Stream.ofNullable(chosen)));
        category.setValue(chosen);
        var own = tags.getValue();
        tags.setItems(withOwn(facets.tagNames(), own.stream()));
        tags.setValue(own);
    }

    void show(DocumentDetails document) {
        title.setValue(document.title());
        category.setItems(Stream.ofNullable(document.category()).toList());
        category.setValue(document.category());
        tags.setItems(document.tags());
        tags.setValue(new HashSet<>(document.tags()));
        reviewBy.setValue(
                document.reviewBy() == null
                        ? null
                        : document.reviewBy().atZone(formats.zone()).toLocalDate());
    }

    /** Says so when there is no title. */
    boolean isComplete() {
        boolean blank = title.getValue().isBlank();
        title.setErrorMessage(text("knowledge.title.missing"));
        title.setInvalid(blank);
        return !blank;
    }

    /** For the API: null clears. */
    Map<String, @Nullable Object> input() {
        var input = new HashMap<String, @Nullable Object>();
        input.put("title", title.getValue().strip());
        input.put("category", category.getValue());
        input.put("tags", List.copyOf(tags.getValue()));
        input.put(
                "reviewBy",
                reviewBy.getValue() == null
                        ? null
                        : reviewBy.getValue()
                                .atStartOfDay(formats.zone())
                                .toInstant()
                                .toString());
        return input;
    }

    private void offerTags(HashSet<String> all) {
        var offered = new TreeSet<>(all);
        tags.getListDataView().getItems().forEach(offered::add);
        tags.setItems(offered);
    }

    private static List<String> withOwn(List<String> offered, Stream<String> own) {
        return Stream.concat(offered.stream(), own).distinct().sorted().toList();
    }
}
