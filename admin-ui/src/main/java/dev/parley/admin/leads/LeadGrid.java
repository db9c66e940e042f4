package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;
import static java.util.Comparator.comparing;

import com.vaadin.flow.data.renderer.LitRenderer;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.LiveGrid;
import dev.parley.admin.lists.ScoreLevel;
import dev.parley.admin.lists.Width;
import org.jspecify.annotations.Nullable;

/** The columns of the list of leads. */
final class LeadGrid {

    private LeadGrid() {}

    static LiveGrid<LeadRow> create(Formats formats) {
        var live = new LiveGrid<>(LeadRow::id, comparing(LeadRow::createdAt).reversed());
        var grid = live.grid();
        grid.addColumn(LitRenderer.<LeadRow>of("<span class='score score-${item.level}'>${item.score}</span>")
                        .withProperty("level", row -> ScoreLevel.of(row.leadQualityScore())
                                .kind())
                        .withProperty("score", LeadRow::leadQualityScore))
                .setHeader(text("leads.score"))
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<LeadRow>of(
                                "<span class='line ${item.kind}'>${item.name}</span><span class='line quiet more'>${item.more}</span>")
                        .withProperty("kind", row -> row.name() == null ? "quiet" : "strong")
                        .withProperty("name", LeadGrid::title)
                        .withProperty("more", row -> more(row, formats)))
                .setHeader(text("leads.field.name"))
                .setWidth("8rem")
                .setFlexGrow(2);
        live.from(
                Width.MEDIUM,
                grid.addColumn(row -> or(row.company(), ""))
                        .setHeader(text("leads.field.company"))
                        .setWidth("6.5rem")
                        .setFlexGrow(2));
        live.from(
                Width.LARGE,
                grid.addColumn(LeadGrid::contact)
                        .setHeader(text("leads.contact"))
                        .setWidth("11rem")
                        .setFlexGrow(1));
        live.from(
                Width.LARGE,
                grid.addColumn(row -> or(row.conversationSummary(), ""))
                        .setHeader(text("leads.summary"))
                        .setWidth("14rem")
                        .setFlexGrow(6)
                        .setPartNameGenerator(row -> "quiet"));
        grid.addColumn(LitRenderer.<LeadRow>of("<span class='tag tag-${item.kind}'>${item.label}</span>")
                        .withProperty("kind", row -> row.status().kind())
                        .withProperty("label", row -> row.status().label()))
                .setHeader(text("leads.status"))
                .setWidth("7rem")
                .setFlexGrow(0);
        live.from(
                Width.MEDIUM,
                grid.addColumn(row -> formats.shortTime(row.createdAt()))
                        .setHeader(text("leads.captured"))
                        .setWidth("7.25rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(row -> "quiet"));
        return live;
    }

    private static String more(LeadRow row, Formats formats) {
        var contact = contact(row);
        return formats.shortTime(row.createdAt()) + (contact.isEmpty() ? "" : " · " + contact);
    }

    private static String contact(LeadRow row) {
        return or(row.phone(), or(row.email(), ""));
    }

    /** What to call a lead: the best that is known of it. */
    static String title(LeadRow row) {
        return or(row.name(), or(row.email(), or(row.phone(), text("leads.unnamed"))));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
