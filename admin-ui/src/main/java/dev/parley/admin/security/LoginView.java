package dev.parley.admin.security;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.AbstractLogin.LoginEvent;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.admin.language.Texts;
import dev.parley.admin.preferences.PreferencesMenu;
import dev.parley.admin.security.SignInException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door. */
@Route("login")
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(LoginView.class);

    private final LogIn logIn;
    private final LoginForm form = new LoginForm();
    private Destination destination = Destination.START;

    public LoginView(LogIn logIn) {
        this.logIn = logIn;
        addClassName("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts(Reason.WRONG_CREDENTIALS));
        form.addLoginListener(this::attempt);
        // The one text of the form that its Java side does not know.
        form.addAttachListener(attached -> form.getElement()
                .executeJs(
                        "requestAnimationFrame(() => this.querySelector('vaadin-password-field').i18n = {reveal: $0})",
                        text("login.reveal")));
        var logo = new Image("icons/parley.svg", "");
        var brand = new Div(logo, new Span("Parley"));
        brand.addClassName("brand");
        var claim = new Paragraph(text("login.claim"));
        var card = new Div(brand, claim, form);
        card.addClassName("login-card");
        add(new PreferencesMenu(), card);
    }

    @Override
    public String getPageTitle() {
        return text("login.title") + " · Parley";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        destination = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("to")
                .flatMap(Destination::parse)
                .orElse(Destination.START);
        if (SignedIn.current().isPresent()) {
            event.forwardTo(destination.path(), destination.parameters());
        }
    }

    private void attempt(LoginEvent event) {
        try {
            logIn.attempt(event.getUsername().strip(), event.getPassword());
            getUI().ifPresent(ui -> ui.navigate(destination.path(), destination.parameters()));
        } catch (SignInException e) {
            LOG.info("A log-in was refused: {}", e.getMessage());
            form.setI18n(texts(e.reason()));
            form.setError(true);
            form.setEnabled(true);
        }
    }

    private static LoginI18n texts(Reason reason) {
        var texts = LoginI18n.createDefault();
        var labels = texts.getForm();
        labels.setTitle(text("login.title"));
        labels.setUsername(text("login.email"));
        labels.setPassword(text("login.password"));
        labels.setSubmit(text("login.submit"));
        texts.setForm(labels);
        var message = texts.getErrorMessage();
        var key = Texts.key(reason);
        message.setTitle(text(key));
        message.setMessage(text(key + ".explanation"));
        message.setUsername(text("login.emailMissing"));
        message.setPassword(text("login.passwordMissing"));
        texts.setErrorMessage(message);
        return texts;
    }
}
