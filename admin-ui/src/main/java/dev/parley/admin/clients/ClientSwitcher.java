package dev.parley.admin.clients;

import static dev.parley.admin.language.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import java.util.ArrayList;
import java.util.List;

/** Whose data is on the page; a choice for people who work for several companies. */
public final class ClientSwitcher extends Div {

    public ClientSwitcher() {
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
                UI.getCurrent().navigate(samePlace(event.getValue()));
            }
        });
        add(select);
    }

    /** Leads stay leads, sync stays sync; what is open belongs to the other client and closes. */
    private static String samePlace(Client client) {
        var place = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        var places = new ArrayList<>(List.of(Links.conversations(client.id()), Links.sync(client.id())));
        if (client.role().mayAdminister()) {
            places.add(Links.tokens(client.id()));
        }
        return places.stream()
                .filter(link -> place.contains(link.substring(link.lastIndexOf('/'))))
                .findFirst()
                .orElse(Links.leads(client.id()));
    }
}
