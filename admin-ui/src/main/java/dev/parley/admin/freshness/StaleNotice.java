package dev.parley.admin.freshness;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Links;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.feature.FramePart;
import dev.parley.admin.language.Formats;
import dev.parley.admin.live.Channel;
import dev.parley.admin.loading.Background;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says calmly that what is on the page may be old. Comes and goes by itself, and takes no room while all is fresh. */
final class StaleNotice extends Div implements FramePart {

    /** The page that says the same in its own words, and more of it. */
    private static final String SYNC = "sync";

    /** Things also grow old by nothing happening. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final Freshness freshness;
    private final Formats formats;
    private final Span message = new Span();
    private final Anchor link = new Anchor("", text("freshness.why"));
    private @Nullable Workplace workplace;
    private boolean wanted;
    private boolean stale;
    private Registration looking = () -> {};

    StaleNotice(Freshness freshness, Formats formats) {
        this.freshness = freshness;
        this.formats = formats;
        addClassName("stale");
        getElement().setAttribute("role", "status");
        add(VaadinIcon.CLOCK.create(), message, link);
        setVisible(false);
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public Optional<Channel> channel() {
        return Optional.of(Freshness.EVENTS);
    }

    @Override
    public void entered(Workplace entered, String page) {
        wanted = !page.equals(SYNC);
        if (workplace == null || !workplace.client().equals(entered.client())) {
            workplace = entered;
            stale = false;
            link.setHref(Links.list(entered.client().id(), SYNC));
            load();
        }
        setVisible(stale && wanted);
    }

    /** A sync did something. Only its end makes a difference. */
    @Override
    public void heard(JsonNode event) {
        if (!event.path("run").path("status").asString("").equals("RUNNING")) {
            load();
        }
    }

    @Override
    public void missed() {
        load();
    }

    private void load() {
        var asked = workplace;
        if (asked == null) {
            return;
        }
        Background.run(
                this,
                () -> freshness.find(asked.api()),
                known -> {
                    if (asked == workplace) {
                        show(known);
                    }
                },
                refusal -> {
                    // whoever shows the data says that the API is away
                });
    }

    private void show(Freshness.Known known) {
        stale = known.stale();
        var last = known.lastSucceededAt();
        message.setText(last == null ? text("freshness.never") : text("freshness.since", formats.shortTime(last)));
        setVisible(stale && wanted);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = Background.every(this, LOOK_EVERY, this::load);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        looking.remove();
    }
}
