package dev.parley.admin.sync;

import static dev.parley.admin.language.Texts.text;
import static java.util.Comparator.comparing;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.LiveGrid;
import dev.parley.admin.lists.Width;
import java.util.function.ToIntFunction;

/** The columns of the list of runs. */
final class RunGrid {

    private RunGrid() {}

    static LiveGrid<SyncRun> create(Formats formats) {
        var live = new LiveGrid<>(SyncRun::id, comparing(SyncRun::startedAt).reversed());
        var grid = live.grid();
        grid.addColumn(run -> formats.shortTime(run.startedAt()))
                .setHeader(text("sync.started"))
                .setWidth("7.25rem")
                .setFlexGrow(0);
        live.from(
                Width.MEDIUM,
                grid.addColumn(run -> run.duration(formats))
                        .setHeader(text("sync.duration"))
                        .setWidth("7.5rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(run -> "number"));
        live.from(
                Width.LARGE,
                grid.addColumn(run -> text(run.reason()))
                        .setHeader(text("sync.reason"))
                        .setWidth("9.5rem")
                        .setFlexGrow(0)
                        .setPartNameGenerator(run -> "quiet"));
        live.from(Width.LARGE, count(grid, formats, "sync.listed", SyncRun::listed));
        live.from(Width.LARGE, count(grid, formats, "sync.fetched", SyncRun::fetched));
        count(grid, formats, "sync.changed", SyncRun::changed);
        grid.addColumn(LitRenderer.<SyncRun>of(
                                "<span class='line' title=${item.remark}><span class='tag tag-${item.kind}'>${item.label}</span> <span class='quiet'>${item.remark}</span></span>")
                        .withProperty("kind", run -> run.status().kind())
                        .withProperty("label", run -> run.status().label())
                        .withProperty("remark", SyncRun::remark))
                .setHeader(text("sync.status"))
                .setWidth("9rem")
                .setFlexGrow(1);
        return live;
    }

    private static Grid.Column<SyncRun> count(
            Grid<SyncRun> grid, Formats formats, String name, ToIntFunction<SyncRun> count) {
        return grid.addColumn(run -> formats.number(count.applyAsInt(run)))
                .setHeader(text(name))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.75rem")
                .setFlexGrow(0)
                .setPartNameGenerator(run -> "number");
    }
}
