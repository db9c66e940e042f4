package dev.parley.admin.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * A text as HTML that can do nothing: HTML in Markdown is shown as written, pictures are left out, links lead to web pages and
 * e-mail addresses only. What is not on the list at the end does not get through, whatever the renderer may think.
 */
final class RenderedText {

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final Set<Class<? extends Node>> MARKED = Set.of(
            Heading.class,
            Paragraph.class,
            ListItem.class,
            FencedCodeBlock.class,
            IndentedCodeBlock.class,
            HtmlBlock.class,
            TableRow.class);
    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong")
            .addTags("br", "hr", "a", "table", "thead", "tbody", "tr", "th", "td")
            .addAttributes("a", "href", "rel", "target")
            .addAttributes("ol", "start")
            .addAttributes(":all", "class")
            .addProtocols("a", "href", "http", "https", "mailto");
    private static final int DEEPEST = 6;

    private RenderedText() {}

    /** @param marked where in the text blocks are marked; null: nowhere */
    static String markdown(String text, @Nullable Place marked) {
        var tree = PARSER.parse(text);
        shiftHeadings(tree);
        var html = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak("<br>")
                .nodeRendererFactory(PictureText::new)
                .attributeProviderFactory(context -> (node, tag, attributes) -> attributes(node, attributes, marked))
                .build()
                .render(tree);
        return Jsoup.clean(html, "", ALLOWED, new OutputSettings().prettyPrint(false));
    }

    private static void attributes(Node node, Map<String, String> attributes, @Nullable Place marked) {
        attributes.remove("class");
        if (node instanceof Link) {
            attributes.put("rel", "noopener noreferrer nofollow");
            attributes.put("target", "_blank");
        }
        if (marked != null && MARKED.contains(node.getClass()) && touches(node, marked)) {
            attributes.put("class", "place");
        }
    }

    /** An item of a list is where its own words are, not those of the lists in it. */
    private static boolean touches(Node node, Place marked) {
        var words = node instanceof ListItem && node.getFirstChild() != null ? node.getFirstChild() : node;
        return words.getSourceSpans().stream()
                .anyMatch(span -> marked.touches(span.getInputIndex(), span.getInputIndex() + span.getLength()));
    }

    /** The page has a title already, and readers who cannot see it rely on levels without gaps. */
    private static void shiftHeadings(Node tree) {
        int above = 1;
        for (var node = tree.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                above = Math.min(Math.min(heading.getLevel() + 1, above + 1), DEEPEST);
                heading.setLevel(above);
            }
        }
    }

    /** Of a picture, what it is said to show. */
    private record PictureText(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node picture) {
            for (var child = picture.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
