package dev.parley.knowledge.search;

import dev.parley.jobs.Job;
import dev.parley.jobs.JobResult;
import dev.parley.jobs.JobRun;
import dev.parley.jobs.Schedule;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;

/** Forgets the words that no passage of a client has any more: they say what deleted documents were about. */
@ApplicationScoped
public class UnusedWords {

    @Produces
    static Job job(UnusedWords words) {
        return Job.forEachClient("knowledge-words", Schedule.cron("0 40 3 * * ?"), words::run);
    }

    public JobResult run(JobRun run) {
        run.write(UnusedWords::forget);
        return JobResult.SUCCEEDED;
    }

    /** New chunks wait meanwhile, so that no word goes that one of them has just brought. */
    static int forget(Transaction transaction) throws SQLException {
        Sql.list(
                transaction,
                "select pg_advisory_xact_lock(hashtext('knowledge_words'), hashtext(private.client_id()::text))",
                row -> true);
        return Sql.update(
                transaction,
                """
                delete from knowledge_words
                 where client_id = private.client_id()
                   and word not in (select unnest(tsvector_to_array(words)) from knowledge_chunk_words
                                     where client_id = private.client_id())""");
    }
}
