package dev.parley.knowledge.chunks;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A text by its headings. */
final class Outline {

    /** Only where blocks are is asked for, not what is in their lines. */
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();

    private final String text;
    private final ChunkSettings settings;
    private final HeadingPath path;
    private final List<Section> sections = new ArrayList<>();
    private SectionUnits units;

    Outline(String text, ChunkSettings settings) {
        this.text = text;
        this.settings = settings;
        this.path = new HeadingPath(settings.mostCharacters() / 4);
        this.units = new SectionUnits(text, settings, settings.mostCharacters());
    }

    List<Section> sections() {
        var blocks = blocks();
        for (int i = 0; i < blocks.size(); i++) {
            int start = i == 0 ? 0 : start(blocks.get(i));
            int end = i + 1 < blocks.size() ? start(blocks.get(i + 1)) : text.length();
            var place = Place.of(text, start, end);
            if (blocks.get(i) instanceof Heading heading) {
                begin(heading, place);
            } else if (!place.isEmpty()) {
                units.add(blocks.get(i), place);
            }
        }
        finish();
        return sections;
    }

    private void begin(Heading heading, Place place) {
        boolean isBelow = units.hasOnlyHeadings() && heading.getLevel() > path.level();
        var carried = isBelow ? units : null;
        if (!isBelow) {
            finish();
        }
        path.enter(heading.getLevel(), place.in(text));
        var next = new SectionUnits(text, settings, settings.mostCharacters() - path.length());
        if (carried != null) {
            next.headings(carried);
        }
        next.heading(place);
        units = next;
    }

    private void finish() {
        if (!units.isEmpty()) {
            sections.add(new Section(path.titles(), units.all(), settings.mostCharacters() - path.length()));
        }
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (Node node = PARSER.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Block block && !block.getSourceSpans().isEmpty()) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    static int start(Block block) {
        return block.getSourceSpans().getFirst().getInputIndex();
    }
}
