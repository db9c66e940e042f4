package dev.parley.knowledge.chunks;

import dev.parley.knowledge.chunks.Unit.Cut;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** The units of one section, block by block. */
final class SectionUnits {

    private final String text;
    private final int mostLead;
    private final int mostOverlap;
    private final int mostUnit;
    private final List<Unit> units = new ArrayList<>();
    private int headings;
    private boolean isBehindHeading;
    /** The paragraph before, when it introduces what comes: it ends in a colon. */
    private String introduction = "";

    /** @param most characters of a chunk without its headings */
    SectionUnits(String text, ChunkSettings settings, int most) {
        this.text = text;
        this.mostLead = most / 4;
        this.mostOverlap = Math.min(settings.overlap(), mostLead);
        this.mostUnit = most - mostLead;
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    boolean hasOnlyHeadings() {
        return headings > 0 && headings == units.size();
    }

    List<Unit> all() {
        return List.copyOf(units);
    }

    /** Those of the section above, which has no text of its own. */
    void headings(SectionUnits above) {
        units.addAll(above.units);
        headings = units.size();
        isBehindHeading = true;
    }

    void heading(Place place) {
        whole(place, Cut.BLOCK, "");
        headings = units.size();
        isBehindHeading = true;
    }

    void add(Block block, Place place) {
        if (place.length() <= mostUnit) {
            unit(place, Cut.BLOCK, introduction);
        } else if (block instanceof TableBlock) {
            table(place);
        } else if (block instanceof ListBlock list) {
            list(list, place);
        } else if (block instanceof Paragraph) {
            sentences(place, Cut.BLOCK, "");
        } else {
            lines(place);
        }
        introduction = "";
        if (block instanceof Paragraph && text.charAt(place.end() - 1) == ':') {
            var sentences = new Sentences(text).in(place);
            introduction = lead(sentences.getLast());
        }
    }

    /** Each chunk of a long table begins with its head row. */
    private void table(Place place) {
        var lines = place.lines(text);
        var head = lines.size() < 3
                ? place
                : new Place(lines.get(0).start(), lines.get(1).end());
        var lead = lead(head);
        whole(head, Cut.BLOCK, introduction);
        isBehindHeading = true;
        lines.stream().skip(2).forEach(row -> whole(row, Cut.ROW, lead));
    }

    private void list(ListBlock list, Place place) {
        var lead = introduction;
        var cut = Cut.BLOCK;
        int start = place.start();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            int end = item.getNext() instanceof Block next ? Outline.start(next) : place.end();
            var one = Place.of(text, start, end);
            start = end;
            if (one.length() <= mostUnit) {
                unit(one, cut, lead);
            } else {
                sentences(one, cut, lead);
            }
            cut = Cut.ROW;
        }
    }

    private void lines(Place place) {
        var cut = Cut.BLOCK;
        for (var line : place.lines(text)) {
            whole(line, cut, "");
            cut = Cut.ROW;
        }
    }

    /** Each chunk of a long paragraph but the first begins with the sentences before. */
    private void sentences(Place place, Cut first, String lead) {
        var sentences = new Sentences(text).in(place);
        for (int i = 0; i < sentences.size(); i++) {
            whole(sentences.get(i), i == 0 ? first : Cut.SENTENCE, i == 0 ? lead : overlap(sentences, i));
        }
    }

    private String overlap(List<Place> sentences, int next) {
        int end = sentences.get(next - 1).end();
        int first = next;
        while (first > 0 && end - sentences.get(first - 1).start() <= mostOverlap - 1) {
            first--;
        }
        return first == next ? "" : text.substring(sentences.get(first).start(), end) + " ";
    }

    private String lead(Place place) {
        return place.length() < mostLead ? place.in(text) + "\n" : "";
    }

    /** In pieces when it is too long for one. */
    private void whole(Place place, Cut cut, String lead) {
        var kind = cut;
        for (var piece : place.pieces(text, mostUnit)) {
            unit(piece, kind, kind == cut ? lead : "");
            kind = Cut.WORD;
        }
    }

    private void unit(Place place, Cut cut, String lead) {
        units.add(new Unit(place.start(), place.end(), isBehindHeading ? Cut.HEADING : cut, lead));
        isBehindHeading = false;
    }
}
