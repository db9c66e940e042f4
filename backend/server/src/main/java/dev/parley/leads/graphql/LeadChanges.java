package dev.parley.leads.graphql;

import dev.parley.leads.LeadStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Declares the input's shape; values are read from the raw argument, which alone tells null from absent. */
@Input("UpdateLeadInput")
@Description("What to change of a lead.")
public class LeadChanges {

    private String name;
    private String email;
    private String phone;
    private String company;
    private LeadStatus status;
    private String notes;

    @Description("200 characters at most.")
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @Description("An e-mail address; 254 characters at most.")
    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    @Description("A telephone number, best with its country code; stored as E.164.")
    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    @Description("200 characters at most.")
    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    @Description("How far people have come with it; it cannot be cleared, null leaves it.")
    public LeadStatus getStatus() {
        return status;
    }

    public void setStatus(LeadStatus status) {
        this.status = status;
    }

    @Description("10000 characters at most.")
    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }
}
