package dev.parley.admin.knowledge;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.LiveGrid;
import dev.parley.admin.lists.ScoreLevel;
import dev.parley.admin.lists.Width;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the list of documents, and of what a search finds in them. */
final class KnowledgeGrid {

    private static final String CHOOSE =
            "<input type=checkbox class=choose aria-label=${item.label} .checked=${item.chosen} @change=${choose}>";
    private static final String TITLE = "<span class='line strong'>${item.title}</span>"
            + "<span class='line quiet' ?hidden=${!item.under}>${item.under}</span>"
            + "<span class='line wrong' ?hidden=${!item.failure}>${item.failure}</span>"
            + "<span class=found ?hidden=${!item.pieces.length}>"
            + "${item.pieces.map(piece => piece.marked ? html`<mark>${piece.text}</mark>` : piece.text)}</span>";
    private static final String STATUS = "<span class='tag tag-${item.kind}'>${item.label}</span>"
            + "<progress aria-label=${item.label} max=${item.total} value=${item.done} ?hidden=${!item.total}></progress>"
            + "<button class=retry ?hidden=${!item.again} @click=${retry}>${item.again}</button>";

    private final LiveGrid<KnowledgeRow> live = new LiveGrid<>(KnowledgeRow::key, KnowledgeRow.ORDER);
    private final Grid.Column<KnowledgeRow> choosing;
    private final Grid.Column<KnowledgeRow> strength;
    private boolean mayRetry;

    KnowledgeGrid(Formats formats, Chosen chosen, Consumer<String> retry) {
        var grid = live.grid();
        grid.addClassName("documents");
        choosing = grid.addColumn(LitRenderer.<KnowledgeRow>of(CHOOSE)
                        .withProperty(
                                "label",
                                row -> text("knowledge.choose", row.document().title()))
                        .withProperty("chosen", row -> chosen.has(row.document().id()))
                        .withFunction("choose", row -> chosen.toggle(row.document())))
                .setHeader(unseen(text("knowledge.chosen.header")))
                .setWidth("2.5rem")
                .setFlexGrow(0);
        strength = grid.addColumn(
                        LitRenderer.<KnowledgeRow>of("<span class='score score-${item.level}'>${item.strength}</span>")
                                .withProperty("level", row -> ScoreLevel.of(row.strength())
                                        .kind())
                                .withProperty("strength", KnowledgeRow::strength))
                .setHeader(text("knowledge.match"))
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<KnowledgeRow>of(TITLE)
                        .withProperty("title", row -> row.document().title())
                        .withProperty("under", KnowledgeGrid::under)
                        .withProperty("failure", KnowledgeGrid::failure)
                        .withProperty("pieces", row -> row.hit() == null ? List.of() : Piece.of(row.hit())))
                .setHeader(text("knowledge.document"))
                .setWidth("10rem")
                .setFlexGrow(6);
        live.from(
                Width.MEDIUM,
                grid.addColumn(row -> row.document().category() == null
                                ? ""
                                : row.document().category())
                        .setHeader(text("knowledge.category"))
                        .setWidth("8rem")
                        .setFlexGrow(1)
                        .setPartNameGenerator(row -> "quiet"));
        live.from(
                Width.LARGE,
                grid.addColumn(row -> row.document().reviewBy() == null
                                ? ""
                                : formats.distance(row.document().reviewBy()))
                        .setHeader(text("knowledge.reviewBy"))
                        .setWidth("8rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(row ->
                                row.document().reviewPassed(formats.clock().instant()) ? "passed" : "quiet"));
        grid.addColumn(LitRenderer.<KnowledgeRow>of(STATUS)
                        .withProperty("kind", row -> row.document().status().kind())
                        .withProperty("label", row -> row.document().status().label())
                        .withProperty("total", row -> progress(row).total())
                        .withProperty("done", row -> progress(row).done())
                        .withProperty("again", this::again)
                        .withFunction(
                                "retry", row -> retry.accept(row.document().id())))
                .setHeader(text("knowledge.status"))
                .setWidth("8rem")
                .setFlexGrow(0);
        live.from(
                Width.MEDIUM,
                grid.addColumn(row -> formats.shortTime(row.document().updatedAt()))
                        .setHeader(text("knowledge.changed"))
                        .setWidth("7.5rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(row -> "quiet"));
    }

    LiveGrid<KnowledgeRow> live() {
        return live;
    }

    void mayEdit(boolean now) {
        mayRetry = now;
        choosing.setVisible(now);
    }

    void searching(boolean now) {
        strength.setVisible(now);
    }

    private String again(KnowledgeRow row) {
        return mayRetry && row.document().status() == DocumentStatus.FAILED ? text("action.retry") : "";
    }

    private static DocumentRow.Progress progress(KnowledgeRow row) {
        var progress = row.document().progress();
        return progress == null ? new DocumentRow.Progress(0, 0) : progress;
    }

    private static String failure(KnowledgeRow row) {
        return row.document().status() == DocumentStatus.FAILED
                ? DocumentNotes.failure(row.document().failure())
                : "";
    }

    /** Of a hit, where it stands. */
    private static String under(KnowledgeRow row) {
        return row.hit() == null
                ? row.document().tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "))
                : Stream.concat(
                                row.hit().headingPath().stream(),
                                Stream.of(text(
                                        "knowledge.versionNumber", row.hit().versionNumber())))
                        .collect(Collectors.joining(" › "));
    }

    /** For those who hear the page: others see what the boxes are for. */
    private static Span unseen(String header) {
        var name = new Span(header);
        name.addClassName("unseen");
        return name;
    }
}
