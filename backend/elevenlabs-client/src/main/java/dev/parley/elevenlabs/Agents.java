package dev.parley.elevenlabs;

import java.util.stream.Stream;

/** {@code /v1/convai/agents}. Throws what {@link Conversations} throws. */
public final class Agents {

    private static final String PATH = "/v1/convai/agents";

    private final Transport transport;

    Agents(Transport transport) {
        this.transport = transport;
    }

    /** One page. */
    public Page<AgentSummary> list(AgentQuery query) {
        return Page.read(transport.get(PATH + Parameters.query(query.parameters())), "agents", AgentSummary::read);
    }

    /** All pages from the query's cursor on, each fetched when the stream gets there. */
    public Stream<Page<AgentSummary>> pages(AgentQuery query) {
        return Pages.stream(query.cursor(), cursor -> list(query.from(cursor)));
    }

    /** All agents from the query's cursor on; fetches a page when the one before it is used up. */
    public Stream<AgentSummary> stream(AgentQuery query) {
        return pages(query).flatMap(page -> page.items().stream());
    }

    public Agent get(String agentId) {
        return Agent.read(transport.get(PATH + "/" + Parameters.encoded(agentId)));
    }
}
