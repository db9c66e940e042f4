package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves a lead on with one choice; no button to press. */
final class StatusPicker extends Select<LeadStatus> {

    private @Nullable Lead lead;

    StatusPicker(Saving saving) {
        addClassName("status-picker");
        setAriaLabel(text("leads.status"));
        setItems(LeadStatus.values());
        setItemLabelGenerator(LeadStatus::label);
        addThemeVariants(SelectVariant.SMALL);
        addValueChangeListener(event -> {
            if (event.isFromClient() && lead != null) {
                saving.send(lead, Map.of("status", event.getValue().name()), this::answered, this::restore);
            }
        });
    }

    void show(Lead current) {
        lead = current;
        setValue(current.status());
    }

    private void answered(List<LeadProblem> problems) {
        if (!problems.isEmpty()) {
            Notification.show(text("leads.conflict"));
            restore();
        }
    }

    private void restore() {
        if (lead != null) {
            setValue(lead.status());
        }
    }
}
