package dev.parley.admin.leads;

import dev.parley.admin.clients.Api;
import dev.parley.admin.loading.Background;
import dev.parley.admin.loading.FailureNote;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends edits of one lead. */
record Saving(LeadPanel panel, Leads leads, Api api, Runnable reload, FailureNote failure) {

    /** Afterwards the lead is loaded again, whatever came out; failures show on the panel and keep the input. */
    void send(Lead lead, Map<String, String> input, Consumer<List<LeadProblem>> answered, Runnable failed) {
        Background.run(
                panel,
                () -> leads.update(api, lead.id(), lead.version(), input),
                problems -> {
                    answered.accept(problems);
                    reload.run();
                },
                refusal -> {
                    failed.run();
                    failure.show(refusal);
                });
    }
}
