package dev.parley.admin.leads;

import static dev.parley.admin.language.Texts.text;

import java.util.Locale;

/** What people may write into a lead. */
enum LeadField {
    NAME,
    COMPANY,
    EMAIL,
    PHONE,
    NOTES;

    /** Its name in the API. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return text("leads.field." + key());
    }

    String of(Lead lead) {
        var value =
                switch (this) {
                    case NAME -> lead.name();
                    case COMPANY -> lead.company();
                    case EMAIL -> lead.email();
                    case PHONE -> lead.phone();
                    case NOTES -> lead.notes();
                };
        return value == null ? "" : value;
    }
}
