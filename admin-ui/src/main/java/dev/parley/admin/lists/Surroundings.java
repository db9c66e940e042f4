package dev.parley.admin.lists;

import dev.parley.admin.clients.Workplaces;
import dev.parley.admin.language.Formats;
import dev.parley.admin.live.Feeds;
import dev.parley.admin.security.Account;
import java.time.Clock;

/** What every view in a client works with. */
public record Surroundings(Account account, Workplaces workplaces, Feeds feeds, Clock clock) {

    /** As the reader of this page reads times and numbers. */
    public Formats formats() {
        return Formats.current(clock);
    }
}
