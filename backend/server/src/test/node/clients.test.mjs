// The clients people really use against a running server: Supabase's auth-js to log in, fetch to ask and to page, graphql-ws
// to subscribe. Run by NpmClientsIT; by hand: node --test clients.test.mjs with the variables below.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { AuthClient } from '@supabase/auth-js'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const { GRAPHQL_URL, GRAPHQL_WS_URL, AUTH_URL, ANON_KEY, SANDBOX_URL, AGENT_ID, EMAIL, PASSWORD, OTHER_EMAIL, OTHER_PASSWORD } = process.env

const LEADS = 'subscription ($after: ID) { leadEvents(after: $after) { id type lead { id email phone leadQualityScore } } }'

let token
let otherToken

function auth() {
  return new AuthClient({ url: AUTH_URL, headers: { apikey: ANON_KEY }, persistSession: false, autoRefreshToken: false })
}

async function logIn(email, password) {
  const { data, error } = await auth().signInWithPassword({ email, password })
  assert.equal(error, null)
  return data.session.access_token
}

async function ask(bearer, query, variables) {
  const response = await fetch(GRAPHQL_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query, variables })
  })
  return { status: response.status, ...(await response.json()) }
}

async function call(email) {
  const response = await fetch(`${SANDBOX_URL}/control/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      agent_id: AGENT_ID,
      status: 'done',
      transcript: [
        { role: 'agent', message: 'How can we reach you?', time_in_call_secs: 1 },
        { role: 'user', message: `Write to ${email}, or ring +1 415 555 2671.`, time_in_call_secs: 5 }
      ],
      metadata: { start_time_unix_secs: Math.floor(Date.now() / 1000) - 60, call_duration_secs: 40 }
    })
  })
  assert.equal(response.status, 200)
}

function socket(bearer) {
  return createClient({
    url: GRAPHQL_WS_URL,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: () => ({ authorization: `Bearer ${bearer}` })
  })
}

function email(name) {
  return `${name}-${process.pid}-${Date.now()}@example.com`
}

before(async () => {
  token = await logIn(EMAIL, PASSWORD)
  otherToken = await logIn(OTHER_EMAIL, OTHER_PASSWORD)
})

test('a wrong password is refused with a code', async () => {
  const { data, error } = await auth().signInWithPassword({ email: EMAIL, password: 'wrong' })
  assert.equal(data.session, null)
  assert.equal(error.code, 'invalid_credentials')
})

test('the token of a log-in says who is asking; a refreshed one, too; after log-out it cannot be refreshed', async () => {
  const client = auth()
  const { data } = await client.signInWithPassword({ email: EMAIL, password: PASSWORD })
  const me = await ask(data.session.access_token, '{ me { email client { role } } }')
  assert.deepEqual(me.data, { me: { email: EMAIL, client: { role: 'OWNER' } } })

  const refreshed = await client.refreshSession()
  assert.equal(refreshed.error, null)
  assert.equal((await ask(refreshed.data.session.access_token, '{ me { email } }')).data.me.email, EMAIL)

  await client.signOut({ scope: 'local' })
  const again = await auth().refreshSession({ refresh_token: refreshed.data.session.refresh_token })
  assert.notEqual(again.error, null)
})

test('leads are paged by cursor, each once', async () => {
  for (let i = 0; i < 5; i++) await call(email(`page${i}`))
  const events = socket(token)
  for await (const { data } of events.iterate({ query: LEADS, variables: { after: '0' } })) {
    if (data.leadEvents.lead.email?.startsWith('page4')) break
  }
  events.dispose()
  const seen = []
  let after = null
  let page
  do {
    const { data } = await ask(token, `query ($after: String) {
      leads(first: 2, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`, { after })
    page = data.leads
    seen.push(...page.nodes.map(node => node.id))
    after = page.pageInfo.endCursor
  } while (page.pageInfo.hasNextPage)
  assert.equal(new Set(seen).size, seen.length)
  assert.equal(seen.length, page.totalCount)
})

test('a subscriber gets the lead of a posted call; resumed, it gets what it missed, once', async () => {
  let position
  const first = email('first')
  const running = socket(token)
  const stream = running.iterate({ query: LEADS })
  const next = stream.next()
  await new Promise(resolve => running.on('connected', resolve))
  // The subscription stands only when the server has it: until then calls may pass unseen, so one is repeated.
  let received
  while (!received) {
    await call(first)
    received = await Promise.race([next, new Promise(resolve => setTimeout(resolve, 1000))])
  }
  assert.equal(received.value.data.leadEvents.type, 'CREATED')
  assert.equal(received.value.data.leadEvents.lead.email, first)
  assert.equal(received.value.data.leadEvents.lead.phone, '+14155552671')
  position = received.value.data.leadEvents.id
  running.terminate()

  const missed = [email('missed1'), email('missed2')]
  for (const address of missed) await call(address)

  const resumed = socket(token)
  const got = []
  for await (const { data } of resumed.iterate({ query: LEADS, variables: { after: position } })) {
    assert.ok(BigInt(data.leadEvents.id) > BigInt(position))
    position = data.leadEvents.id
    if (data.leadEvents.lead.email !== first) got.push(data.leadEvents.lead.email)
    if (got.length === missed.length) break
  }
  assert.deepEqual(got.sort(), missed.sort())
  resumed.dispose()
})

test('a program asks and subscribes with an API token, until it is revoked', async () => {
  const created = await ask(token, `mutation { createApiToken(input: { name: "Dashboard", expiresInDays: 1 }) {
    token apiToken { id role } problems { code } } }`)
  const { token: secret, apiToken } = created.data.createApiToken
  assert.equal(apiToken.role, 'VIEWER')
  assert.deepEqual((await ask(secret, '{ me { kind tokenName } }')).data.me, { kind: 'PROGRAM', tokenName: 'Dashboard' })

  const program = socket(secret)
  const ended = assert.rejects(async () => {
    for await (const _ of program.iterate({ query: LEADS })) { /* whatever comes */ }
  }, closed => closed.code === 4401)
  await new Promise(resolve => program.on('connected', resolve))
  await ask(token, 'mutation ($id: ID!) { revokeApiToken(id: $id) { problems { code } } }', { id: apiToken.id })
  await ended
  assert.equal((await ask(secret, '{ me { id } }')).status, 401)
})

test('an open socket is given a fresh token; somebody else\'s ends it', async () => {
  const client = socket(token)
  const opened = new Promise(resolve => client.on('opened', resolve))
  const ended = assert.rejects(async () => {
    for await (const _ of client.iterate({ query: LEADS })) { /* whatever comes */ }
  }, closed => closed.code === 4403)
  await new Promise(resolve => client.on('connected', resolve))
  const raw = await opened
  const renew = async bearer => {
    const pong = new Promise(resolve => client.on('pong', (received, payload) => received && resolve(payload)))
    raw.send(JSON.stringify({ type: 'ping', payload: { authorization: `Bearer ${bearer}` } }))
    return pong
  }

  const fresh = await logIn(EMAIL, PASSWORD)
  assert.ok(new Date((await renew(fresh)).expiresAt) > new Date())
  assert.equal((await renew('nonsense')).error.code, 'UNAUTHENTICATED')
  void renew(otherToken)
  await ended
})

test('another client\'s user sees none of it', async () => {
  const mine = await ask(token, '{ leads(first: 1) { nodes { id sourceConversation { id } } edges { cursor } } }')
  const lead = mine.data.leads.nodes[0]
  const theirs = await ask(otherToken, `query ($lead: ID!, $conversation: ID!, $after: String) {
    lead(id: $lead) { id } conversation(id: $conversation) { id }
    leads(first: 200) { nodes { id } } page: leads(first: 200, after: $after) { nodes { id } } }`,
  { lead: lead.id, conversation: lead.sourceConversation.id, after: mine.data.leads.edges[0].cursor })
  assert.equal(theirs.data.lead, null)
  assert.equal(theirs.data.conversation, null)
  assert.ok(![...theirs.data.leads.nodes, ...theirs.data.page.nodes].some(node => node.id === lead.id))
})
