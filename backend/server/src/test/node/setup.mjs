// What the tests of several clients share: a log-in, a call that the sandbox tells the server of.
import assert from 'node:assert/strict'
import { AuthClient } from '@supabase/auth-js'

const { AUTH_URL, ANON_KEY, SANDBOX_URL, AGENT_ID, EMAIL, PASSWORD } = process.env

export async function logIn() {
  const auth = new AuthClient({ url: AUTH_URL, headers: { apikey: ANON_KEY }, persistSession: false, autoRefreshToken: false })
  const { data, error } = await auth.signInWithPassword({ email: EMAIL, password: PASSWORD })
  assert.equal(error, null)
  return data.session.access_token
}

export async function call(email) {
  const response = await fetch(`${SANDBOX_URL}/control/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      agent_id: AGENT_ID,
      status: 'done',
      transcript: [{ role: 'user', message: `Write to ${email}.`, time_in_call_secs: 5 }],
      metadata: { start_time_unix_secs: Math.floor(Date.now() / 1000) - 60, call_duration_secs: 40 }
    })
  })
  assert.equal(response.status, 200)
}

export function email(name) {
  return `${name}-${process.pid}-${Date.now()}@example.com`
}
