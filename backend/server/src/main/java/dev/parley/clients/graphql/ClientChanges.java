package dev.parley.clients.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Declares the input's shape; values are read from the raw argument, which alone tells null from absent. */
@Input("UpdateClientInput")
@Description("What to change of a client's settings.")
public class ClientChanges {

    private String phoneRegion;
    private Integer chunkCharacters;
    private Integer chunkOverlap;

    @Description(
            "ISO 3166-1 code, for example US, GB or RU: telephone numbers without a country code are read as people"
                    + " write them there. Cleared, the conversation's language decides: Russia for Russian, else the United States.")
    public String getPhoneRegion() {
        return phoneRegion;
    }

    public void setPhoneRegion(String phoneRegion) {
        this.phoneRegion = phoneRegion;
    }

    @Description(
            "Most characters of a passage that documents are cut into, 200 to 4000; documents are processed anew in the"
                    + " background. It cannot be cleared, null leaves it.")
    public Integer getChunkCharacters() {
        return chunkCharacters;
    }

    public void setChunkCharacters(Integer chunkCharacters) {
        this.chunkCharacters = chunkCharacters;
    }

    @Description(
            "Most characters that are repeated where a long paragraph is divided, 0 to a quarter of chunkCharacters. It"
                    + " cannot be cleared, null leaves it.")
    public Integer getChunkOverlap() {
        return chunkOverlap;
    }

    public void setChunkOverlap(Integer chunkOverlap) {
        this.chunkOverlap = chunkOverlap;
    }
}
