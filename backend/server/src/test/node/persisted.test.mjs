// Apollo Client as it is set up for persisted queries: it asks by hash first, is told that none are kept, and sends the query.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, test } from 'node:test'
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { logIn } from './setup.mjs'

const ME = gql`query Me { me { email } }`
const CLIENT = gql`query Client { me { client { role } } }`
const NOTHING = gql`mutation ($id: ID!) { updateLead(id: $id, version: 1, input: {}) { problems { code } } }`

let authorization

before(async () => { authorization = `Bearer ${await logIn()}` })

function persisted(options = {}) {
  return new PersistedQueryLink({ sha256: text => createHash('sha256').update(text).digest('hex'), ...options })
}

for (const [how, options, accept] of [
  ['POST', {}, undefined],
  ['GET', { useGETForHashedQueries: true }, undefined],
  ['POST, with JSON only', {}, 'application/json']
]) {
  test(`by ${how}: the first query is asked twice, those after it once`, async () => {
    const requests = []
    const link = new HttpLink({
      uri: process.env.GRAPHQL_URL,
      headers: { authorization, ...(accept && { accept }) },
      fetch: (url, request) => { requests.push(request); return fetch(url, request) }
    })
    const client = new ApolloClient({ cache: new InMemoryCache(), link: persisted(options).concat(link) })

    assert.equal((await client.query({ query: ME })).data.me.email, process.env.EMAIL)
    assert.equal(requests[0].method, options.useGETForHashedQueries ? 'GET' : 'POST')
    assert.ok(!requests[0].body?.includes('"query"'))
    assert.equal((await client.query({ query: CLIENT })).data.me.client.role, 'OWNER')
    assert.equal((await client.mutate({ mutation: NOTHING, variables: { id: 'x' } })).data.updateLead.problems[0].code, 'NOT_FOUND')
    assert.equal(requests.length, 4)
    client.stop()
  })
}

test('over a socket the query goes with its hash', async () => {
  const socket = createClient({ url: process.env.GRAPHQL_WS_URL, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization } })
  const client = new ApolloClient({ cache: new InMemoryCache(), link: persisted().concat(new GraphQLWsLink(socket)) })
  try {
    assert.equal((await client.query({ query: ME })).data.me.email, process.env.EMAIL)
  } finally {
    client.stop()
    await socket.dispose()
  }
})
