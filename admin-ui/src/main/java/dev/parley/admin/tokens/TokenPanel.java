package dev.parley.admin.tokens;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.language.Formats;
import dev.parley.admin.lists.Detail;
import dev.parley.admin.lists.Facts;
import dev.parley.admin.loading.Background;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token in full, and its end. */
final class TokenPanel extends Detail<Token> {

    private final Workplace workplace;
    private final Tokens tokens;
    private final Formats formats;
    private final Runnable changed;

    TokenPanel(Workplace workplace, Tokens tokens, Formats formats, String id, Runnable close, Runnable changed) {
        super(id, close);
        this.workplace = workplace;
        this.tokens = tokens;
        this.formats = formats;
        this.changed = changed;
    }

    @Override
    protected Optional<Token> find(String id) {
        return tokens.find(workplace.api(), id);
    }

    @Override
    protected void show(Token token, @Nullable Token before) {
        header().title(token.name());
        header().line(text(token.role()), token.start() + "…");
        header().tools(token.status().tag());
        content().removeAll();
        content().add(facts(token));
        if (token.status() == TokenStatus.ACTIVE) {
            var revoke = new Button(text("tokens.revoke"), click -> ask(token));
            revoke.addThemeVariants(ButtonVariant.ERROR);
            revoke.addClassName("revoke");
            content().add(revoke);
        }
    }

    private Facts facts(Token token) {
        var facts = new Facts();
        facts.add(text("tokens.role"), text(token.role()));
        facts.add(text("tokens.may"), token.role().explanation());
        facts.add(text("tokens.lastUsed"), TokenGrid.lastUse(token, formats));
        facts.add(text("tokens.expires"), formats.fullTime(token.expiresAt()));
        facts.add(text("tokens.created"), formats.fullTime(token.createdAt()));
        facts.add(text("tokens.createdBy"), token.createdBy() == null ? "" : token.createdBy());
        if (token.revokedAt() != null) {
            facts.add(text("tokens.revoked"), formats.fullTime(token.revokedAt()));
        }
        return facts;
    }

    private void ask(Token token) {
        var question = new ConfirmDialog(
                text("tokens.revoke.question", token.name()),
                text("tokens.revoke.explanation"),
                text("tokens.revoke"),
                confirmed -> revoke(token),
                text("action.cancel"),
                cancelled -> {});
        question.setConfirmButtonTheme("error primary");
        question.open();
    }

    private void revoke(Token token) {
        Background.run(
                this,
                () -> {
                    tokens.revoke(workplace.api(), token.id());
                    return token;
                },
                revoked -> {
                    load();
                    changed.run();
                },
                failure()::show);
    }
}
