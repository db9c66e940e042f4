package dev.parley.knowledge.text.child;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Writes the XHTML that Tika makes of any document as Markdown. */
final class MarkdownHandler extends DefaultHandler {

    private static final Set<String> UNREAD = Set.of("head", "script", "style", "nav", "noscript", "template");
    private static final Set<String> INLINE = Set.of(
            "a", "b", "i", "u", "s", "em", "strong", "span", "code", "sub", "sup", "small", "big", "font", "abbr", "q",
            "cite", "mark", "del", "ins", "tt", "strike", "img", "label", "time", "kbd", "var", "samp", "dfn", "bdo");
    /** What PowerPoint's layouts say, and what stands on every page. */
    private static final Set<String> UNREAD_CLASSES =
            Set.of("slide-master-content", "slideMaster", "slideLayout", "header", "footer", "outside");

    private final MarkdownText output;
    private final FileKind kind;
    private final StringBuilder block = new StringBuilder();
    private final Deque<ListLevel> lists = new ArrayDeque<>();
    private final List<String> row = new ArrayList<>();
    private String prefix = "";
    private int unread;
    private int tables;
    private @org.jspecify.annotations.Nullable Table table;
    private boolean isSlideTitleNext;

    MarkdownHandler(MarkdownText output, FileKind kind) {
        this.output = output;
        this.kind = kind;
    }

    private static final class ListLevel {

        private final boolean isNumbered;
        private int item;

        ListLevel(boolean isNumbered) {
            this.isNumbered = isNumbered;
        }

        String marker() {
            return isNumbered ? ++item + ". " : "- ";
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (unread > 0 || isUnread(localName, attributes)) {
            unread++;
            return;
        }
        if (INLINE.contains(localName)) {
            return;
        }
        switch (localName) {
            case "table" -> beginTable();
            case "tr" -> beginRow();
            case "td", "th" -> beginCell();
            case "br" -> block.append('\n');
            default -> begin(localName, attributes);
        }
    }

    private boolean isUnread(String name, Attributes attributes) {
        var type = attributes.getValue("class");
        return UNREAD.contains(name)
                || kind == FileKind.HTML && attributes.getIndex("hidden") >= 0
                || kind != FileKind.HTML && type != null && UNREAD_CLASSES.contains(type);
    }

    private void begin(String name, Attributes attributes) {
        if (tables > 0) {
            block.append(' ');
            return;
        }
        if (!(name.equals("p") || name.equals("div")) || !block.isEmpty()) {
            flush();
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> prefix = "#".repeat(name.charAt(1) - '0') + " ";
            case "ul", "ol" -> lists.push(new ListLevel(name.equals("ol")));
            case "li" ->
                prefix = lists.isEmpty()
                        ? "- "
                        : "  ".repeat(lists.size() - 1) + lists.peek().marker();
            case "div" -> isSlideTitleNext |= "slide-content".equals(attributes.getValue("class"));
            case "p" -> {
                if (isSlideTitleNext) {
                    isSlideTitleNext = false;
                    prefix = "## ";
                }
            }
            default -> {}
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (unread > 0) {
            unread--;
            return;
        }
        if (INLINE.contains(localName)) {
            return;
        }
        switch (localName) {
            case "table" -> endTable();
            case "tr" -> endRow();
            case "td", "th" -> endCell();
            case "ul", "ol" -> {
                end();
                lists.poll();
            }
            default -> end();
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (unread == 0) {
            output.checkRoomFor(block.length() + (long) length);
            block.append(characters, start, length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public void endDocument() {
        flush();
    }

    private void end() {
        if (tables > 0) {
            block.append(' ');
        } else {
            flush();
        }
    }

    private void flush() {
        if (block.toString().isBlank()) {
            block.setLength(0);
            return;
        }
        var text = kind == FileKind.PDF ? PdfLines.joined(block.toString()) : lines(block.toString());
        block.setLength(0);
        if (prefix.isEmpty()) {
            Bullets.write(text, output);
        } else if (prefix.startsWith("#")) {
            output.block(prefix + Characters.oneLine(text));
        } else {
            output.listItem(prefix + Characters.oneLine(text));
        }
        prefix = "";
    }

    /** Line breaks inside a paragraph stay. */
    private static String lines(String text) {
        return text.lines()
                .map(Characters::oneLine)
                .filter(line -> !line.isEmpty())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** A table inside a table is text of its cell. */
    private void beginTable() {
        if (tables++ == 0) {
            flush();
            table = new Table(output);
        } else {
            block.append(' ');
        }
    }

    private void endTable() {
        if (tables > 0 && --tables == 0 && table != null) {
            block.setLength(0);
            table.end();
            table = null;
        }
    }

    private void beginRow() {
        if (tables == 1) {
            row.clear();
        }
        block.append(tables > 1 && !block.toString().isBlank() ? "; " : "");
    }

    private void endRow() {
        if (tables == 1 && table != null) {
            table.row(List.copyOf(row));
            row.clear();
        }
    }

    private void beginCell() {
        if (tables == 1) {
            block.setLength(0);
        } else {
            block.append(' ');
        }
    }

    private void endCell() {
        if (tables == 1) {
            row.add(Characters.oneLine(block.toString()));
            block.setLength(0);
        } else {
            block.append(' ');
        }
    }
}
