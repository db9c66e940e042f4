package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Page;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.loading.EmptyState;
import dev.parley.admin.shell.MainLayout;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client's API tokens, and one of them in full. For those who administer the client. */
@Route(value = "c/:clientId/tokens/:id?", layout = MainLayout.class)
public class TokensView extends ListView<Token, TokenFilter> {

    private final Tokens tokens;
    private final Formats formats;
    private final TokenBar bar;
    private @Nullable Workplace here;

    public TokensView(Surroundings surroundings, Tokens tokens) {
        this(surroundings, tokens, Formats.current(surroundings.clock()), new TokenBar());
    }

    private TokensView(Surroundings surroundings, Tokens tokens, Formats formats, TokenBar bar) {
        super(surroundings, text("tokens"), null, bar, TokenGrid.create(formats));
        this.tokens = tokens;
        this.formats = formats;
        this.bar = bar;
        bar.onChosen(this::choose);
        bar.onCreate(this::create);
    }

    @Override
    protected void arrived(Workplace workplace) {
        if (!workplace.mayAdminister()) {
            throw new NotFoundException();
        }
        here = workplace;
    }

    @Override
    protected TokenFilter filter(QueryParameters parameters) {
        return TokenFilter.of(parameters);
    }

    @Override
    protected void showFilter(TokenFilter filter) {
        bar.show(filter);
    }

    @Override
    protected Page<Token> load(Workplace workplace, TokenFilter filter, int offset, int first) {
        return tokens.list(workplace.api(), filter, offset, first);
    }

    /** Nothing is told of tokens; this page changes them itself. */
    @Override
    protected Optional<Token> row(JsonNode event) {
        return Optional.empty();
    }

    @Override
    protected String id(Token token) {
        return token.id();
    }

    @Override
    protected String place(String clientId) {
        return Links.tokens(clientId);
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new TokenPanel(workplace, tokens, formats, id, close, this::reloadRows);
    }

    @Override
    protected EmptyState empty(boolean filtered) {
        return new EmptyState(VaadinIcon.KEY, text("tokens.none"), text("tokens.none.explanation"));
    }

    private void create() {
        if (here != null) {
            new CreateDialog(here, tokens, this::reloadRows).open();
        }
    }
}
