// The GraphQL over HTTP specification, audited by the graphql-http package: every audit must be "ok", none may warn.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AuthClient } from '@supabase/auth-js'
import { auditServer } from 'graphql-http'

const { GRAPHQL_URL, AUTH_URL, ANON_KEY, EMAIL, PASSWORD } = process.env

test('all audits are ok', async () => {
  const auth = new AuthClient({ url: AUTH_URL, headers: { apikey: ANON_KEY }, persistSession: false, autoRefreshToken: false })
  const { data } = await auth.signInWithPassword({ email: EMAIL, password: PASSWORD })
  const authorization = `Bearer ${data.session.access_token}`
  const results = await auditServer({
    url: GRAPHQL_URL,
    fetchFn: (url, options) => fetch(url, { ...options, headers: { ...options?.headers, authorization } })
  })
  assert.equal(results.length, 61)
  assert.deepEqual(results.filter(audit => audit.status !== 'ok').map(audit => `${audit.status} ${audit.name}: ${audit.reason}`), [])
})
