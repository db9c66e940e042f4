package dev.parley.admin.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.PanelPage;
import dev.parley.admin.clients.Role;
import dev.parley.admin.shell.NotFoundView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What programs call with: made, looked at and revoked by those who administer a client. */
@ViewPackages(packages = "dev.parley.admin")
class TokensTest extends PanelPage {

    private static final String TOKENS = "c/north/tokens";
    private static final String ADMIN = "admin@north.test";

    @Test
    void listsWhatIsActiveAndAllWhenAsked() {
        world.of(FakeTokens.class).tokens.add(FakeTokens.token(2, "Dashboard", "ACTIVE"));
        world.of(FakeTokens.class).tokens.add(FakeTokens.token(1, "Old import", "REVOKED"));

        open(OWNER, TOKENS);
        assertThat(getCurrentView()).isInstanceOf(TokensView.class);
        until(() -> rows() == 1);

        UI.getCurrent().navigate(TOKENS, QueryParameters.of("ended", "shown"));
        until(() -> rows() == 2);
        assertThat(find(Tabs.class).single().getSelectedTab().getLabel()).isEqualTo("All");
    }

    @Test
    void aNewOneIsShownOnce() {
        open(OWNER, TOKENS);
        until(() -> rows() == 0);

        test(button("New token")).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("Dashboard");
        test(button("Create")).click();

        until(() -> find(TextField.class).all().stream()
                .anyMatch(field -> field.getValue().equals("parley_secret-of-token-1")));
        assertThat(button("Copy").isVisible()).isTrue();
        until(() -> rows() == 1);
        test(button("Done")).click();
        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
        assertThat(find(TextField.class).all())
                .noneMatch(field -> field.getValue().startsWith("parley_"));
    }

    @Test
    void withoutANameThereIsNone() {
        open(OWNER, TOKENS);
        until(() -> rows() == 0);

        test(button("New token")).click();
        test(button("Create")).click();

        assertThat(find(TextField.class).withCaption("Name").single().isInvalid())
                .isTrue();
        assertThat(world.api.asked).doesNotContain("CreateApiToken");
        assertThat(button("Create").isEnabled()).isTrue();
    }

    @Test
    void nobodyIsOfferedMoreThanTheyHave() {
        world.api.clients.put(ADMIN, List.of(Map.of("id", "north", "name", "Client north", "role", "ADMIN")));
        open(ADMIN, TOKENS);
        until(() -> rows() == 0);

        test(button("New token")).click();

        assertThat(roles().getListDataView().getItems()).containsExactly(Role.ADMIN, Role.ANALYST, Role.VIEWER);
        assertThat(roles().getValue()).isEqualTo(Role.VIEWER);
    }

    @Test
    void aRefusalKeepsWhatWasTyped() {
        open(OWNER, TOKENS);
        until(() -> rows() == 0);
        test(button("New token")).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("Dashboard");
        world.api.refusal = "RATE_LIMITED";

        test(button("Create")).click();

        until(() ->
                find(Dialog.class).single().getElement().getTextRecursively().contains("That was too much at once."));
        assertThat(find(TextField.class).withCaption("Name").single().getValue())
                .isEqualTo("Dashboard");
        assertThat(button("Create").isEnabled()).isTrue();
    }

    @Test
    void oneHasAnAddressAndIsRevokedOnlyWhenConfirmed() {
        world.of(FakeTokens.class).tokens.add(FakeTokens.token(7, "Dashboard", "ACTIVE"));
        open(OWNER, TOKENS + "/token-7");
        until(() -> titles().contains("Dashboard"));
        assertThat(text(".detail"))
                .contains("Viewer")
                .contains("owner@north.test")
                .contains("parley_Ab7…")
                .contains("3 min ago");

        test(button("Revoke")).click();
        assertThat(world.api.asked).doesNotContain("RevokeApiToken");
        test(find(ConfirmDialog.class).single()).confirm();

        until(() -> text(".detail").contains("Revoked"));
        until(() -> rows() == 0);
        assertThat(find(Button.class).withText("Revoke").all()).isEmpty();
    }

    @Test
    void otherRolesNeitherSeeTheWayNorThePage() {
        open(VIEWER, "c/north/leads");
        assertThat(ways()).contains("Leads").doesNotContain("API tokens");

        UI.getCurrent().navigate(TOKENS);

        assertThat(getCurrentView()).isInstanceOf(NotFoundView.class);
        assertThat(world.api.asked).doesNotContain("ApiTokens");
        UI.getCurrent().navigate("c/south/tokens");
        assertThat(getCurrentView()).isInstanceOf(TokensView.class);
        assertThat(ways()).contains("API tokens");
    }

    @SuppressWarnings("unchecked")
    private Select<Role> roles() {
        return (Select<Role>) find(Select.class).withCaption("Role").single();
    }

    private List<String> ways() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }
}
