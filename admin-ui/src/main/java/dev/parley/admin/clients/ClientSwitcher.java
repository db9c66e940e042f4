package dev.parley.admin.clients;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import java.util.List;
import java.util.function.Function;

/** Whose data is on the page; a choice for people who work for several companies. */
public final class ClientSwitcher extends Div {

    private final Function<Client, String> page;

    /** @param page where to go in another client */
    public ClientSwitcher(Function<Client, String> page) {
        this.page = page;
        addClassName("client");
    }

    public void show(List<Client> clients, Client current) {
        removeAll();
        if (clients.size() == 1) {
            var name = new Span(current.name());
            name.addClassName("client-name");
            add(name);
            return;
        }
        var select = new Select<Client>();
        select.setAriaLabel(text("shell.client"));
        select.setItems(clients);
        select.setItemLabelGenerator(Client::name);
        select.setValue(current);
        select.addThemeVariants(SelectVariant.SMALL);
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent().navigate(page.apply(event.getValue()));
            }
        });
        add(select);
    }
}
