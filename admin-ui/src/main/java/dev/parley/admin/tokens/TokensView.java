package dev.parley.admin.tokens;

import com.vaadin.flow.router.Route;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.ListView;
import dev.parley.admin.lists.Surroundings;
import dev.parley.admin.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** A client's API tokens, and one of them in full. For those who administer the client. */
@Route(value = "c/:clientId/tokens/:id?", layout = MainLayout.class)
public class TokensView extends ListView<Token, TokenFilter> {

    private final Tokens tokens;
    private final Formats formats;
    private @Nullable Workplace here;

    public TokensView(Surroundings surroundings, Tokens tokens) {
        this(surroundings, tokens, surroundings.formats(), new TokenBar());
    }

    private TokensView(Surroundings surroundings, Tokens tokens, Formats formats, TokenBar bar) {
        super(surroundings, TokensFeature.ENTRY, tokens, bar, TokenGrid.create(formats));
        this.tokens = tokens;
        this.formats = formats;
        bar.onCreate(this::create);
    }

    @Override
    protected void arrived(Workplace workplace) {
        here = workplace;
    }

    @Override
    protected Detail<?> detail(Workplace workplace, String id, Runnable close) {
        return new TokenPanel(workplace, tokens, formats, id, close, this::reloadRows);
    }

    private void create() {
        if (here != null) {
            new CreateDialog(here, tokens, this::reloadRows).open();
        }
    }
}
