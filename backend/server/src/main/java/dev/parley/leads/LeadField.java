package dev.parley.leads;

import java.util.Locale;
import java.util.Set;

/** What a lead says of a person, and under which ids agents' data collection is known to deliver it. */
public enum LeadField {
    NAME("name", "full_name", "customer_name", "caller_name", "имя", "фио"),
    EMAIL("email", "e-mail", "email_address", "mail", "почта"),
    PHONE("phone", "phone_number", "telephone", "mobile", "телефон"),
    COMPANY("company", "company_name", "organization", "organisation", "компания", "организация");

    private final Set<String> ids;

    LeadField(String... ids) {
        this.ids = Set.of(ids);
    }

    /** Its name in the API and in evidence. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isCollectedAs(String id) {
        return ids.contains(id.toLowerCase(Locale.ROOT).strip());
    }
}
