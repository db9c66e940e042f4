// graphql-sse in its distinct connections mode: queries, mutations, subscriptions that resume.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createClient } from 'graphql-sse'
import { call, email, logIn } from './setup.mjs'

const LEADS = 'subscription ($after: ID) { leadEvents(after: $after) { id lead { id email version } } }'

let client

before(async () => {
  const token = await logIn()
  client = createClient({
    url: `${process.env.GRAPHQL_URL}/stream`,
    headers: { authorization: `Bearer ${token}` },
    retryAttempts: 0
  })
})

async function once(query, variables) {
  const results = []
  for await (const result of client.iterate({ query, variables })) results.push(result)
  assert.equal(results.length, 1)
  return results[0]
}

async function leadOf(address, after) {
  for await (const { data } of client.iterate({ query: LEADS, variables: { after } })) {
    if (data.leadEvents.lead.email === address) return data.leadEvents
  }
}

test('a query, and a document that is wrong', async () => {
  assert.equal((await once('{ me { email } }')).data.me.email, process.env.EMAIL)
  assert.equal((await once('{ nothing }')).errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED')
})

test('a subscriber gets what it missed, once, and then what comes; a mutation changes it', async () => {
  const first = email('sse-first')
  await call(first)
  const seen = await leadOf(first, '0')
  const missed = email('sse-missed')
  await call(missed)
  const next = await leadOf(missed, seen.id)
  assert.ok(BigInt(next.id) > BigInt(seen.id))

  const changed = await once(
    'mutation ($id: ID!, $version: Int!) { updateLead(id: $id, version: $version, input: { notes: "by sse" }) { problems { code } } }',
    { id: next.lead.id, version: next.lead.version })
  assert.deepEqual(changed.data.updateLead.problems, [])
})
