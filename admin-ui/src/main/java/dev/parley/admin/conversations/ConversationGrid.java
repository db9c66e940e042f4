package dev.parley.admin.conversations;

import static dev.parley.admin.language.Texts.text;
import static java.util.Comparator.comparing;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.LiveGrid;
import dev.parley.admin.lists.ScoreLevel;
import dev.parley.admin.lists.Width;
import java.util.Locale;

/** The columns of the list of conversations. */
final class ConversationGrid {

    private ConversationGrid() {}

    static LiveGrid<ConversationRow> create(Formats formats) {
        var live = new LiveGrid<>(
                ConversationRow::id, comparing(ConversationRow::startedAt).reversed());
        var grid = live.grid();
        grid.addColumn(LitRenderer.<ConversationRow>of(
                                "<span class='outcome outcome-${item.outcome}' title=${item.label} role=img aria-label=${item.label}></span>")
                        .withProperty(
                                "outcome", row -> row.callSuccessful().name().toLowerCase(Locale.ROOT))
                        .withProperty("label", row -> text(row.callSuccessful())))
                .setHeader(unseen(text("conversations.outcome")))
                .setWidth("2.25rem")
                .setFlexGrow(0);
        grid.addColumn(row -> formats.shortTime(row.startedAt()))
                .setHeader(text("conversations.started"))
                .setWidth("7.25rem")
                .setFlexGrow(0)
                .setPartNameGenerator(row -> "quiet");
        grid.addColumn(LitRenderer.<ConversationRow>of(
                                "<span class='line'><b>${item.title}</b> <span class='quiet'>${item.summary}</span></span>")
                        .withProperty("title", ConversationGrid::title)
                        .withProperty("summary", row -> row.summary() == null ? "" : row.summary()))
                .setHeader(text("conversations.title"))
                .setWidth("8rem")
                .setFlexGrow(1);
        live.from(
                Width.LARGE,
                grid.addColumn(row -> row.agent() == null ? "" : row.agent().name())
                        .setHeader(text("conversations.agent"))
                        .setWidth("10rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(row -> "quiet"));
        live.from(
                Width.MEDIUM,
                grid.addColumn(row -> row.language().toUpperCase(Locale.ROOT))
                        .setHeader(text("conversations.lang"))
                        .setWidth("3.75rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(row -> "quiet"));
        live.from(
                Width.MEDIUM,
                grid.addColumn(row -> row.durationSeconds() == null ? "" : formats.duration(row.durationSeconds()))
                        .setHeader(text("conversations.duration"))
                        .setWidth("4.25rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(row -> "number"));
        live.from(
                Width.LARGE,
                grid.addColumn(LitRenderer.<ConversationRow>of(
                                        "<span class='tag tag-${item.kind}'>${item.label}</span>")
                                .withProperty("kind", row -> row.status().name().toLowerCase(Locale.ROOT))
                                .withProperty("label", row -> text(row.status())))
                        .setHeader(text("conversations.status"))
                        .setWidth("8.5rem")
                        .setFlexGrow(0));
        grid.addColumn(LitRenderer.<ConversationRow>of(
                                "<span class='score score-${item.level}' ?hidden=${!item.level}>${item.score}</span>")
                        .withProperty(
                                "level",
                                row -> row.lead() == null
                                        ? ""
                                        : ScoreLevel.of(row.lead().leadQualityScore())
                                                .kind())
                        .withProperty(
                                "score",
                                row -> row.lead() == null ? "" : row.lead().leadQualityScore()))
                .setHeader(text("conversations.lead"))
                .setWidth("4rem")
                .setFlexGrow(0);
        return live;
    }

    /** For those who hear the page: others see what the dots mean. */
    private static Span unseen(String header) {
        var name = new Span(header);
        name.addClassName("unseen");
        return name;
    }

    static String title(ConversationRow row) {
        return row.title() == null ? text("conversations.untitled") : row.title();
    }
}
