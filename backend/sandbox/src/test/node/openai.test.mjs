// OpenAI's own client against the sandbox. Run by OfficialSdkIT; by hand: SANDBOX_URL=… node --test openai.test.mjs
import assert from 'node:assert/strict'
import { test } from 'node:test'
import OpenAI from 'openai'

const { SANDBOX_URL } = process.env
const model = 'text-embedding-3-small'
const client = new OpenAI({ apiKey: 'sk-test', baseURL: `${SANDBOX_URL}/v1`, maxRetries: 0 })

function dot(a, b) {
  return a.reduce((sum, one, i) => sum + one * b[i], 0)
}

async function fail(fault) {
  const response = await fetch(`${SANDBOX_URL}/control/faults`, {
    method: 'POST',
    body: JSON.stringify({ path: '/v1/embeddings', ...fault })
  })
  assert.equal(response.status, 200)
}

test('texts that share words are near each other, and every vector has length 1', async () => {
  const answer = await client.embeddings.create({
    model,
    input: ['Сколько стоит имплант?', 'Имплант стоит 30 000', 'Delivery is free']
  })
  const [question, price, other] = answer.data.map((one) => one.embedding)
  assert.equal(question.length, 1536)
  assert.ok(Math.abs(dot(question, question) - 1) < 1e-5)
  assert.ok(dot(question, price) > dot(question, other) + 0.3)
  assert.deepEqual(answer.data.map((one) => one.index), [0, 1, 2])
  assert.ok(answer.usage.prompt_tokens > 5)
  assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens)
})

test('base64 and numbers are the same vector; tokens and fewer dimensions are taken', async () => {
  const numbers = await client.embeddings.create({ model, input: 'one', encoding_format: 'float' })
  const packed = await client.embeddings.create({ model, input: 'one' }) // this client asks for base64 by itself
  packed.data[0].embedding.forEach((one, i) => assert.ok(Math.abs(one - numbers.data[0].embedding[i]) < 1e-6))
  const short = await client.embeddings.create({ model, input: [1, 2, 3], dimensions: 256 })
  assert.equal(short.data[0].embedding.length, 256)
  assert.equal(short.usage.prompt_tokens, 3)
})

test('what cannot be is refused as OpenAI does', async () => {
  const refused = [
    [{ model, input: '' }, OpenAI.BadRequestError],
    [{ model, input: [] }, OpenAI.BadRequestError],
    [{ model, input: 'x'.repeat(40_000) }, OpenAI.BadRequestError],
    [{ model, input: 'x', dimensions: 1537 }, OpenAI.BadRequestError],
    [{ model: 'text-embedding-ada-002', input: 'x', dimensions: 10 }, OpenAI.BadRequestError],
    [{ model: 'none', input: 'x' }, OpenAI.NotFoundError]
  ]
  for (const [body, type] of refused) {
    await assert.rejects(client.embeddings.create(body), type)
  }
  const revoked = new OpenAI({ apiKey: 'sk-revoked', baseURL: `${SANDBOX_URL}/v1`, maxRetries: 0 })
  await assert.rejects(revoked.embeddings.create({ model, input: 'x' }), { status: 401, code: 'invalid_api_key' })
})

test('it fails when it is told to, and the client tries again after the time it is told', async () => {
  await fail({ kind: 'rate_limit', retryAfterSeconds: 1 })
  await assert.rejects(client.embeddings.create({ model, input: 'x' }), (error) => {
    assert.ok(error instanceof OpenAI.RateLimitError)
    assert.equal(error.headers.get('retry-after'), '1')
    return true
  })
  await fail({ kind: 'quota_exceeded' })
  await assert.rejects(client.embeddings.create({ model, input: 'x' }), { status: 429, code: 'insufficient_quota' })
  await fail({ kind: 'server_error' })
  const answer = await client.embeddings.create({ model, input: 'x' }, { maxRetries: 1 })
  assert.equal(answer.data.length, 1)
  for (const kind of ['cut_off', 'malformed', 'html']) {
    await fail({ kind })
    await assert.rejects(client.embeddings.create({ model, input: 'x' }))
  }
})
