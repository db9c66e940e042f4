package dev.parley.admin.alerts;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.feature.Features;
import dev.parley.admin.feature.FramePart;
import dev.parley.admin.language.Formats;
import dev.parley.admin.live.Channel;
import dev.parley.admin.loading.Background;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How many things are wrong; behind it, which ones, and what was wrong lately. */
final class AlertBell extends Composite<Button> implements FramePart {

    private final Alerts alerts;
    private final Features features;
    private final Formats formats;
    private final Span count = new Span();
    private final Popover popover = new Popover();
    private List<Alert> known = List.of();
    private @Nullable Workplace workplace;

    AlertBell(Alerts alerts, Features features, Formats formats) {
        this.alerts = alerts;
        this.features = features;
        this.formats = formats;
        var button = getContent();
        button.addClassName("bell");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setIcon(new Div(VaadinIcon.BELL_O.create(), count));
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(text("alerts"));
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                fill();
            }
        });
        show(List.of());
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public Optional<Channel> channel() {
        return Optional.of(Alerts.EVENTS);
    }

    @Override
    public void heard(JsonNode event) {
        load();
    }

    @Override
    public void missed() {
        load();
    }

    @Override
    public void entered(Workplace entered, String page) {
        popover.close();
        if (workplace == null || !workplace.client().equals(entered.client())) {
            workplace = entered;
            show(List.of());
            load();
        }
    }

    private void load() {
        var asked = workplace;
        if (asked == null) {
            return;
        }
        Background.run(
                this,
                () -> alerts.list(asked.api()),
                found -> {
                    if (asked == workplace) {
                        show(found);
                    }
                },
                refusal -> {
                    // whoever shows the data says that the API is away
                });
    }

    private void show(List<Alert> found) {
        known = found;
        var open =
                found.stream().filter(Alert::open).map(Alert::severity).sorted().toList();
        count.setText(formats.number(open.size()));
        count.setVisible(!open.isEmpty());
        count.setClassName("bell-count");
        if (open.isEmpty()) {
            getContent().setAriaLabel(text("alerts"));
        } else {
            var worst = open.getFirst();
            count.addClassName(worst.style());
            getContent().setAriaLabel(text("alerts.open", open.size(), text(worst)));
        }
        fill();
    }

    private void fill() {
        popover.removeAll();
        if (workplace != null) {
            popover.add(new AlertList(known, workplace.client(), features, formats));
        }
    }
}
