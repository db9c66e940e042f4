// PostGraphile as a peer: one process, the same pool size, role, settings and figures' statements as Parley.
import { createServer } from "node:http";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { extendSchema } from "postgraphile/utils";
import { access, constant, lambda, loadMany, object } from "postgraphile/grafast";
import { withPgClient } from "postgraphile/@dataplan/pg";
import { GraphQLError } from "graphql";

const { DATABASE_URL, CONNECTIONS, PORT, CLIENT_ID, USER_ID } = process.env;

const CONVERSATIONS = `
  select grouping(status, call_successful, language, day),
         coalesce(status, call_successful, language, (day at time zone 'UTC')::date::text) as key,
         coalesce(sum(n), 0)::int as count,
         round(sum(duration) / nullif(sum(durations), 0), 2)::float8 as duration,
         round((sum(sentiment) / nullif(sum(sentiments), 0))::numeric, 4)::float8 as sentiment,
         round(sum(turns) / nullif(sum(n), 0), 2)::float8 as turns
    from (select status, call_successful, language, date_bin('1 day', started_at, '2000-01-01 00:00+00') as day,
                 count(*) as n, sum(duration_seconds) as duration, count(duration_seconds) as durations,
                 sum(sentiment_score) as sentiment, count(sentiment_score) as sentiments, sum(turn_count) as turns
            from public.conversations
           where client_id = (select private.client_id()) and started_at >= $1 and started_at < $2
           group by 1, 2, 3, 4) c
   group by grouping sets ((), (status), (call_successful), (language), (day))
   order by 1, 2`;

const LEADS = `
  select grouping(status, day), coalesce(status, (day at time zone 'UTC')::date::text) as key, coalesce(sum(n), 0)::int as count,
         round(sum(score) / nullif(sum(n), 0), 2)::float8 as score
    from (select status, date_bin('1 day', created_at, '2000-01-01 00:00+00') as day, count(*) as n,
                 sum(lead_quality_score) as score
            from public.leads
           where client_id = (select private.client_id()) and created_at >= $1 and created_at < $2
           group by 1, 2) l
   group by grouping sets ((), (status), (day))
   order by 1, 2`;

const upper = (text) => text.toUpperCase().replace("-", "_");
const by = (rows, grouping, name, shown = (key) => key) =>
  rows.filter((row) => row.grouping === grouping).map((row) => ({ [name]: shown(row.key), count: row.count }));

const conversationStats = ({ rows }) => {
  const all = rows.at(-1);
  return {
    count: all.count,
    averageDurationSeconds: all.duration,
    averageSentimentScore: all.sentiment,
    averageTurnCount: all.turns,
    byStatus: by(rows, 7, "status", upper),
    byOutcome: by(rows, 11, "outcome", upper),
    byLanguage: by(rows, 13, "language"),
    byDay: by(rows, 14, "day"),
  };
};

const leadStats = ({ rows }) => ({
  count: rows.at(-1).count,
  averageScore: rows.at(-1).score,
  byStatus: by(rows, 1, "status", upper),
  byDay: by(rows, 2, "day"),
});

const figures = extendSchema((build) => {
  const executor = build.input.pgRegistry.pgExecutors.main;
  const plan = (text, from, to, shown) => (_, args) =>
    withPgClient(executor, object({ from: args.getRaw(from), to: args.getRaw(to) }), async (client, period) =>
      shown(await client.query({ text, values: [period.from, period.to] })),
    );
  const turns = ($conversation) =>
    lambda($conversation.get("transcript_json"), (json) =>
      (typeof json === "string" ? JSON.parse(json) : json).map((turn, index) => ({
        index,
        role: turn.role === "user" ? "USER" : "AGENT",
        message: turn.message,
        secondsIn: turn.time_in_call_secs,
      })),
      true,
    );
  return {
    typeDefs: `
      extend type Query {
        conversationStats(startedAfter: String!, startedBefore: String!): Stats
        leadStats(createdAfter: String!, createdBefore: String!): LeadStats
      }
      extend type Conversation { transcript: [Turn!]! }
      type Turn { index: Int! role: String! message: String secondsIn: Int! }
      type Stats {
        count: Int! averageDurationSeconds: Float averageSentimentScore: Float averageTurnCount: Float
        byStatus: [StatusCount!]! byOutcome: [OutcomeCount!]! byLanguage: [LanguageCount!]! byDay: [DayCount!]!
      }
      type LeadStats { count: Int! averageScore: Float byStatus: [StatusCount!]! byDay: [DayCount!]! }
      type StatusCount { status: String! count: Int! }
      type OutcomeCount { outcome: String! count: Int! }
      type LanguageCount { language: String! count: Int! }
      type DayCount { day: String! count: Int! }`,
    objects: {
      Query: {
        plans: {
          conversationStats: plan(CONVERSATIONS, "startedAfter", "startedBefore", conversationStats),
          leadStats: plan(LEADS, "createdAfter", "createdBefore", leadStats),
        },
      },
      Conversation: { plans: { transcript: turns } },
    },
  };
});

const preset = {
  extends: [PostGraphileAmberPreset],
  disablePlugins: ["NodePlugin"],
  plugins: [figures],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ["peer"],
      poolConfig: { max: Number(CONNECTIONS) },
    }),
  ],
  grafserv: { graphqlPath: "/graphql", graphiql: false, graphiqlOnGraphQLGET: false, watch: false },
  grafast: {
    explain: false,
    context: () => ({
      pgSettings: {
        role: "parley_request",
        "parley.client_id": CLIENT_ID,
        "parley.user_id": USER_ID,
        "parley.role": "owner",
        statement_timeout: "8000",
        transaction_read_only: "on",
      },
    }),
  },
};

const instance = postgraphile(preset);
const server = createServer();
server.keepAliveTimeout = 120_000;
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(PORT), "127.0.0.1");
