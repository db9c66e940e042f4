package dev.parley.admin.shell;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Workplaces;
import dev.parley.admin.graphql.ApiException;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import dev.parley.admin.security.Account;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** For pages that cannot begin because the API does not answer. They begin as soon as it does. */
public class FailureView extends Main implements HasErrorParameter<ApiException>, HasDynamicTitle {

    private static final Duration AGAIN = Duration.ofSeconds(4);

    private final FailureNote note = new FailureNote(this::reload);
    private final Account account;
    private final Workplaces workplaces;
    private Registration trying = () -> {};
    private boolean asking;

    public FailureView(Account account, Workplaces workplaces) {
        this.account = account;
        this.workplaces = workplaces;
        addClassName("alone");
        add(new H1(text("failure.title")), note);
    }

    @Override
    public String getPageTitle() {
        return text("failure.title") + " · Parley";
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ApiException> parameter) {
        note.show(parameter.getException());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        trying = Background.every(this, AGAIN, this::ask);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        trying.remove();
    }

    private void ask() {
        if (!asking) {
            asking = true;
            Background.run(this, () -> workplaces.ask(account), clients -> reload(), refusal -> {
                asking = false;
                note.show(refusal);
            });
        }
    }

    private void reload() {
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
