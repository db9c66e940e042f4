-- What calls to those who charge for them cost, and a client's own key for embeddings.

alter table public.api_logs
    add column tokens bigint,
    add column cost_usd numeric(14, 8),
    add constraint api_logs_usage_not_negative check (tokens >= 0 and cost_usd >= 0);

comment on column public.api_logs.tokens is 'what the called service counted; null when it counts none';
comment on column public.api_logs.cost_usd is 'tokens times the price that is set, in US dollars; null when nothing is charged';

alter table public.api_credentials
    drop constraint api_credentials_kind_known,
    add constraint api_credentials_kind_known
        check (kind in ('elevenlabs_api_key', 'elevenlabs_webhook_secret', 'openai_api_key'));
