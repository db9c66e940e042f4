package dev.parley.knowledge;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Categories and tags that a client's documents have, by name. */
public record DocumentFacets(List<Facet> categories, List<Facet> tags) {

    private static final int MOST = 200;

    /** @param count of documents that have it */
    public record Facet(String name, int count) {

        static Facet of(ResultSet row) throws SQLException {
            return new Facet(row.getString(1), row.getInt(2));
        }
    }

    static DocumentFacets of(Transaction transaction) throws SQLException {
        return new DocumentFacets(
                Sql.list(
                        transaction,
                        """
                        select category, count(*) from knowledge_documents
                         where client_id = private.client_id() and category is not null and deleted_at is null
                         group by category order by category limit ?""",
                        Facet::of,
                        MOST),
                Sql.list(
                        transaction,
                        """
                        select t.tag, count(*) from knowledge_document_tags t
                          join knowledge_documents d on d.client_id = t.client_id and d.id = t.document_id
                         where t.client_id = private.client_id() and d.deleted_at is null
                         group by t.tag order by t.tag limit ?""",
                        Facet::of,
                        MOST));
    }
}
