-- Figures of a period are read from these alone, without touching the rows, whose transcripts make them wide.

create index conversations_for_figures on public.conversations (client_id, started_at)
    include (status, call_successful, language, duration_seconds, sentiment_score, turn_count);

create index leads_for_figures on public.leads (client_id, created_at) include (status, lead_quality_score);
