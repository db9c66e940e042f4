package dev.parley.admin.tokens;

import com.vaadin.flow.router.QueryParameters;
import dev.parley.admin.lists.ListFilter;

/** Which tokens the list shows; kept in the address. */
record TokenFilter(boolean onlyActive) implements ListFilter<Token> {

    private static final String ENDED = "ended";

    static TokenFilter of(QueryParameters parameters) {
        return new TokenFilter(parameters.getSingleParameter(ENDED).isEmpty());
    }

    @Override
    public QueryParameters parameters() {
        return onlyActive ? QueryParameters.empty() : QueryParameters.of(ENDED, "shown");
    }

    /** Nobody looks for a token that has ended before there is any. */
    @Override
    public boolean isEverything() {
        return true;
    }

    @Override
    public boolean shows(Token token) {
        return !onlyActive || token.status() == TokenStatus.ACTIVE;
    }
}
