package dev.parley.tokens;

/** A token at the one moment it can be seen. Prints without the secret. */
public record CreatedApiToken(String secret, ApiToken token) {

    @Override
    public String toString() {
        return "CreatedApiToken[" + token.id() + "]";
    }
}
