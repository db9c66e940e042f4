package dev.parley.clients.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Declares the input's shape; values are read from the raw argument, which alone tells null from absent. */
@Input("UpdateClientInput")
@Description("What to change of a client's settings.")
public class ClientChanges {

    private String phoneRegion;

    @Description(
            "ISO 3166-1 code, for example US, GB or RU: telephone numbers without a country code are read as people"
                    + " write them there. Cleared, the conversation's language decides: Russia for Russian, else the United States.")
    public String getPhoneRegion() {
        return phoneRegion;
    }

    public void setPhoneRegion(String phoneRegion) {
        this.phoneRegion = phoneRegion;
    }
}
