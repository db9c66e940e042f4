-- Five clients: the first has six in ten of the conversations. Three in ten brought a lead.
insert into clients (id, name)
select case when n = 1 then '%1$s'::uuid else gen_random_uuid() end, 'Client ' || n from generate_series(1, 5) n;

insert into client_members (client_id, user_id, role) values ('%1$s', '%2$s', 'owner');

insert into agents (client_id, elevenlabs_agent_id, name)
select c.id, 'agent_' || row_number() over (), 'Agent ' || a from clients c, generate_series(1, 3) a;

create temporary table sample as
select turns, jsonb_agg(jsonb_build_object(
           'role', case t %% 2 when 0 then 'agent' else 'user' end,
           'message', case t %% 3 when 0 then 'Guten Tag, hier ist Anna von der Werkstatt. Was kann ich für Sie tun?'
                                  when 1 then 'Здравствуйте, мне нужен замер окон на следующей неделе, лучше утром.'
                                  else 'Thank you, I have noted that down: "Tuesday at nine". Anything else?' end || ' (' || t || ')',
           'time_in_call_secs', t * 7, 'tool_calls', '[]'::jsonb) order by t) as transcript
  from generate_series(10, 20) turns, generate_series(0, 19) t
 where t < turns
 group by turns;

insert into conversations (client_id, elevenlabs_conversation_id, agent_id, status, started_at, duration_seconds, language,
                           direction, call_successful, title, summary, sentiment_score, topics, turn_count,
                           transcript_json, content_hash, observed_at)
select c.id, 'conv_' || md5(c.id::text || n), a.id,
       case when n %% 50 = 0 then 'failed' else 'done' end,
       date_trunc('day', now()) - n * interval '4 minutes 17 seconds', 60 + n * 7919 %% 600,
       (array['ru', 'en', 'de'])[1 + n %% 3], (array['inbound', 'outbound', null])[1 + n %% 3],
       (array['success', 'success', 'failure', 'unknown'])[1 + n %% 4],
       'Appointment ' || n, 'The caller asked for an appointment, left a name and wanted to be called back. No ' || n || '.',
       (n * 7 %% 201 - 100) / 100.0, array['appointment', 'price'], s.turns, s.transcript, md5(n::text), now()
  from (select id, row_number() over (order by id = '%1$s' desc, id) as place from clients) c
  join lateral (select array_agg(id order by elevenlabs_agent_id) as ids from agents where client_id = c.id) of on true
  join generate_series(1, %3$d) n on c.place = 1 or n <= %3$d / 6
  join lateral (select of.ids[1 + n %% 3] as id) a on true
  join sample s on s.turns = case when n <= 1000 then 10 else 10 + n %% 11 end
 order by n desc;

insert into leads (client_id, source_conversation_id, name, email, phone, company, status, conversation_summary,
                   lead_quality_score, evidence, score_signals, created_at)
select client_id, id, 'Ivan Petrov ' || n, 'ivan' || n || '@example.com', '+4930' || 1000000 + n, 'Werk ' || n,
       (array['new', 'contacted', 'qualified', 'converted', 'lost'])[1 + n %% 5], summary, n %% 101,
       '[{"field": "email", "value": "ivan@example.com", "turn": 3, "quote": "ivan at example", "state": "heard"}]',
       '[{"name": "email", "points": 30, "turn": 3}]', started_at + interval '5 minutes'
  from (select *, row_number() over (order by started_at, id) as n from conversations) c
 where n %% 10 in (1, 4, 7);

analyze;
