package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;
import static java.util.Comparator.comparing;

import com.vaadin.flow.data.renderer.LitRenderer;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.LiveGrid;
import dev.parley.admin.lists.Width;

/** The columns of the list of tokens. */
final class TokenGrid {

    private TokenGrid() {}

    static LiveGrid<Token> create(Formats formats) {
        var live = new LiveGrid<>(Token::id, comparing(Token::createdAt).reversed());
        var grid = live.grid();
        grid.addColumn(LitRenderer.<Token>of(
                                "<span class='line'><span class='strong'>${item.name}</span> <code class='quiet'>${item.start}…</code></span>")
                        .withProperty("name", Token::name)
                        .withProperty("start", Token::start))
                .setHeader(text("tokens.name"))
                .setWidth("9rem")
                .setFlexGrow(3);
        grid.addColumn(token -> text(token.role()))
                .setHeader(text("tokens.role"))
                .setWidth("7.5rem")
                .setFlexGrow(0);
        live.from(
                Width.LARGE,
                grid.addColumn(token -> lastUse(token, formats))
                        .setHeader(text("tokens.lastUsed"))
                        .setWidth("10rem")
                        .setFlexGrow(0));
        grid.addColumn(token -> formats.distance(token.expiresAt()))
                .setHeader(text("tokens.expires"))
                .setWidth("10rem")
                .setFlexGrow(0);
        live.from(
                Width.LARGE,
                grid.addColumn(token -> token.createdBy() == null ? "" : token.createdBy())
                        .setHeader(text("tokens.createdBy"))
                        .setWidth("14rem")
                        .setFlexGrow(2)
                        .setPartNameGenerator(token -> "quiet"));
        live.from(
                Width.MEDIUM,
                grid.addColumn(LitRenderer.<Token>of("<span class='tag tag-${item.kind}'>${item.label}</span>")
                                .withProperty("kind", token -> token.status().kind())
                                .withProperty("label", token -> token.status().label()))
                        .setHeader(text("tokens.status"))
                        .setWidth("7rem")
                        .setFlexGrow(0));
        return live;
    }

    static String lastUse(Token token, Formats formats) {
        return token.lastUsedAt() == null ? text("tokens.never") : formats.distance(token.lastUsedAt());
    }
}
