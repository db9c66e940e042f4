// Apollo Client: queries through its cache, pages that grow, a mutation that updates the cache, events over its graphql-ws link.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { getMainDefinition } from '@apollo/client/utilities'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { call, email, logIn } from './setup.mjs'

const LEADS = gql`query ($after: String) {
  leads(first: 2, after: $after) { nodes { id version email notes } pageInfo { hasNextPage endCursor } } }`
const EVENTS = gql`subscription ($after: ID) { leadEvents(after: $after) { id type lead { id version email notes } } }`
const UPDATE = gql`mutation ($id: ID!, $version: Int!, $input: UpdateLeadInput!) {
  updateLead(id: $id, version: $version, input: $input) { lead { id version email notes } problems { code } } }`

let client
let socket
let requests = 0

before(async () => {
  const authorization = `Bearer ${await logIn()}`
  socket = createClient({ url: process.env.GRAPHQL_WS_URL, webSocketImpl: WebSocket, connectionParams: { authorization } })
  const http = new HttpLink({
    uri: process.env.GRAPHQL_URL,
    headers: { authorization },
    fetch: (...request) => { requests++; return fetch(...request) }
  })
  client = new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: {
        Query: {
          fields: {
            leads: {
              keyArgs: ['status', 'minScore', 'createdAfter', 'createdBefore'],
              merge: (known, next) => known ? { ...next, nodes: [...known.nodes, ...next.nodes] } : next
            }
          }
        }
      }
    }),
    link: ApolloLink.split(({ query }) => getMainDefinition(query).operation === 'subscription', new GraphQLWsLink(socket), http)
  })
})

after(() => {
  client.stop()
  return socket.dispose()
})

function event(address) {
  return new Promise((resolve, reject) => {
    const running = client.subscribe({ query: EVENTS, variables: { after: '0' } }).subscribe({
      next: ({ data, error }) => {
        if (error) reject(error)
        if (data?.leadEvents.lead?.email === address) {
          running.unsubscribe()
          resolve(data.leadEvents)
        }
      },
      error: reject
    })
  })
}

test('a call arrives as an event, pages grow in the cache, a mutation changes what the cache holds', async () => {
  const addresses = [1, 2, 3].map(i => email(`apollo${i}`))
  for (const address of addresses) await call(address)
  const events = await Promise.all(addresses.map(event))
  assert.deepEqual(events.map(each => each.lead.__typename), ['Lead', 'Lead', 'Lead'])

  const first = await client.query({ query: LEADS })
  const list = client.watchQuery({ query: LEADS })
  const running = list.subscribe(() => {})
  assert.equal(first.data.leads.nodes.length, 2)
  await list.fetchMore({ variables: { after: first.data.leads.pageInfo.endCursor } })
  const held = () => client.readQuery({ query: LEADS }).leads.nodes
  assert.ok(held().length > 2)
  assert.equal(new Set(held().map(lead => lead.id)).size, held().length)

  const before = requests
  const cached = await client.query({ query: LEADS })
  assert.equal(requests, before, 'answered by the cache')
  const lead = cached.data.leads.nodes[0]
  const { data } = await client.mutate({ mutation: UPDATE, variables: { id: lead.id, version: lead.version, input: { notes: 'by apollo' } } })
  assert.deepEqual(data.updateLead.problems, [])
  assert.equal(held()[0].notes, 'by apollo')
  running.unsubscribe()

  const stale = await client.mutate({ mutation: UPDATE, variables: { id: lead.id, version: lead.version, input: { notes: 'late' } } })
  assert.deepEqual(stale.data.updateLead.problems.map(problem => problem.code), ['CONFLICT'])
})
