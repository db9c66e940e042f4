// ElevenLabs' own SDK against the sandbox: what it reads, how it pages, which errors it throws, and that its serializers
// find nothing wrong. Run by OfficialSdkIT, which says where the sandbox is.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, test } from 'node:test'
import { ElevenLabs, ElevenLabsClient, ElevenLabsError } from '@elevenlabs/elevenlabs-js'

const serializers = createRequire(import.meta.url)('@elevenlabs/elevenlabs-js/serialization')
const { SANDBOX_URL, API_KEY, AGENT_ID, OTHER_KEY, WEBHOOK_BODY_FILE, WEBHOOK_SIGNATURE, WEBHOOK_SECRET } = process.env

const client = new ElevenLabsClient({ baseUrl: SANDBOX_URL, apiKey: API_KEY })
const { conversations, agents } = client.conversationalAi
const once = { maxRetries: 0 }

async function get(path) {
  const response = await fetch(SANDBOX_URL + path, { headers: { 'xi-api-key': API_KEY } })
  return response.json()
}

async function control(method, path, body) {
  const response = await fetch(SANDBOX_URL + path, { method, body: body && JSON.stringify(body) })
  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
}

/** Reads as strictly as the SDK can, and writes it again. */
function strictly(serializer, json) {
  return serializer.jsonOrThrow(serializer.parseOrThrow(json, { unrecognizedObjectKeys: 'fail' }))
}

/** The SDK drops nulls. */
function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]) => [name, withoutNulls(inner)])
  )
}

async function all(query) {
  const items = []
  let cursor
  do {
    const page = await conversations.list({ ...query, cursor })
    items.push(...page.conversations)
    assert.equal(page.hasMore, page.nextCursor !== undefined)
    cursor = page.nextCursor
  } while (cursor)
  return items
}

async function refuses(call, status, code) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof ElevenLabsError)
    assert.equal(error.statusCode, status)
    assert.equal(error.body.detail.status, code)
    return true
  })
}

afterEach(() => control('DELETE', '/control/faults'))

test('pages by cursor, newest first, and every conversation once', async () => {
  const items = await all({ pageSize: 7 })

  assert.equal(items.length, 50)
  assert.equal(new Set(items.map((item) => item.conversationId)).size, 50)
  const starts = items.map((item) => item.startTimeUnixSecs)
  assert.deepEqual(starts, starts.toSorted((one, other) => other - one))
  assert.deepEqual((await all({ pageSize: 100, sortDirection: 'asc' })).reverse(), items)
})

test('filters', async () => {
  const items = await all({ pageSize: 100 })
  const middle = items[20].startTimeUnixSecs

  assert.equal((await all({ callStartAfterUnix: middle })).length, 21)
  assert.equal((await all({ callStartBeforeUnix: middle })).length, 30)
  assert.equal((await all({ agentId: 'agent_nobodys' })).length, 0)
  assert.equal((await all({ agentId: AGENT_ID, excludeStatuses: ['done', 'failed'] })).length, 0)
  const successes = await all({ callSuccessful: 'success', callDurationMinSecs: 60, callDurationMaxSecs: 90 })
  assert.deepEqual(
    successes,
    items.filter(
      (item) => item.callSuccessful === 'success' && item.callDurationSecs >= 60 && item.callDurationSecs <= 90
    )
  )
  assert.ok(successes.length > 0)
  const [withSummary] = (await conversations.list({ summaryMode: 'include', pageSize: 1 })).conversations
  assert.ok(withSummary.transcriptSummary.length > 10)
})

test('list and agents are what the SDK expects, to the last field', async () => {
  const list = await get('/v1/convai/conversations?page_size=100')
  assert.deepEqual(
    withoutNulls(strictly(serializers.GetConversationsPageResponseModel, list)),
    withoutNulls(list)
  )
  const agentList = await get('/v1/convai/agents')
  assert.deepEqual(withoutNulls(strictly(serializers.GetAgentsPageResponseModel, agentList)), withoutNulls(agentList))
  const agent = await get(`/v1/convai/agents/${AGENT_ID}`)
  assert.deepEqual(withoutNulls(strictly(serializers.GetAgentResponseModel, agent)), withoutNulls(agent))
})

test('details are what the SDK expects, but for what the README names', async () => {
  const { conversations: items } = await conversations.list({ pageSize: 100 })
  for (const { conversationId } of items) {
    const { sentiment_analysis, ...detail } = await get(`/v1/convai/conversations/${conversationId}`)
    for (const turn of detail.transcript) {
      turn.tool_calls ??= []
      turn.tool_results ??= []
    }
    assert.deepEqual(
      withoutNulls(strictly(serializers.GetConversationResponseModel, detail)),
      withoutNulls(detail)
    )
  }
})

test('a conversation and its recording', async () => {
  const { conversations: items } = await conversations.list({ pageSize: 1 })
  const [{ conversationId, messageCount }] = items

  const detail = await conversations.get(conversationId)
  assert.equal(detail.transcript.length, messageCount)
  assert.equal(detail.agentId, AGENT_ID)
  assert.ok(detail.metadata.phoneCall.externalNumber.startsWith('+'))

  const pieces = []
  for await (const piece of await conversations.audio.get(conversationId)) pieces.push(piece)
  const audio = Buffer.concat(pieces)
  assert.ok(audio.length > 10_000)
  assert.equal(audio.readUInt16BE(0), 0xfffb)
})

test('agents', async () => {
  const page = await agents.list({ pageSize: 10 })
  assert.deepEqual(page.agents.map((agent) => agent.agentId), [AGENT_ID])
  assert.equal(page.hasMore, false)

  const agent = await agents.get(AGENT_ID)
  assert.equal(agent.conversationConfig.agent.language, 'en')
  assert.equal(agent.name, page.agents[0].name)
})

test('errors are the SDK\'s own', async () => {
  await refuses(conversations.get('conv_none', {}, once), 404, 'conversation_not_found')
  await refuses(conversations.list({ cursor: 'x' }, once), 400, 'invalid_cursor')
  const stranger = new ElevenLabsClient({ baseUrl: SANDBOX_URL, apiKey: 'sk_wrong' })
  await refuses(stranger.conversationalAi.agents.list({}, once), 401, 'invalid_api_key')
  const other = new ElevenLabsClient({ baseUrl: SANDBOX_URL, apiKey: OTHER_KEY })
  await refuses(other.conversationalAi.agents.get(AGENT_ID, {}, once), 404, 'agent_not_found')
  await assert.rejects(conversations.list({ pageSize: 500 }, once), (error) => {
    assert.ok(error instanceof ElevenLabs.UnprocessableEntityError)
    assert.deepEqual(error.body.detail[0].loc, ['query', 'page_size'])
    return true
  })
})

test('faults are errors to the SDK, and it tries again when they pass', async () => {
  const expected = {
    rate_limit: [429, 'rate_limit_exceeded'],
    concurrency: [429, 'concurrent_limit_exceeded'],
    missing_permissions: [401, 'missing_permissions'],
    payment_required: [402, 'insufficient_credits'],
    server_error: [500, 'internal_error'],
    unavailable: [503, 'service_unavailable']
  }
  for (const [kind, [status, code]] of Object.entries(expected)) {
    await control('POST', '/control/faults', { kind })
    await refuses(agents.list({}, once), status, code)
  }
  for (const kind of ['cut_off', 'malformed', 'html']) {
    await control('POST', '/control/faults', { kind })
    await assert.rejects(agents.list({}, once))
  }

  await control('DELETE', '/control/requests')
  await control('POST', '/control/faults', { kind: 'rate_limit', retryAfterSeconds: 1 })
  const before = Date.now()
  assert.equal((await agents.list()).agents.length, 1)
  assert.ok(Date.now() - before >= 1000)
  const asked = await (await fetch(`${SANDBOX_URL}/control/requests`)).json()
  assert.deepEqual(asked.requests.map((request) => request.status), [429, 200])
})

test('webhooks', async () => {
  const body = readFileSync(WEBHOOK_BODY_FILE, 'utf8')

  const event = await client.webhooks.constructEvent(body, WEBHOOK_SIGNATURE, WEBHOOK_SECRET)

  assert.equal(event.type, 'post_call_transcription')
  assert.equal(event.data.agent_id, AGENT_ID)
  await assert.rejects(client.webhooks.constructEvent(`${body} `, WEBHOOK_SIGNATURE, WEBHOOK_SECRET))
})
