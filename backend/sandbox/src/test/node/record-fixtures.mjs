// Writes what ElevenLabs' own SDK serializes, beside the objects it was made from, for the client library's tests:
//   node record-fixtures.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const serializers = createRequire(import.meta.url)('@elevenlabs/elevenlabs-js/serialization')
const folder = new URL('../../../../elevenlabs-client/src/test/resources/dev/parley/elevenlabs/fixtures/', import.meta.url)

const accessInfo = { isCreator: true, creatorName: 'Ann', creatorEmail: 'ann@desk.example', role: 'admin' }
const agentId = 'agent_7101k5zvyjhmfg983brhmhkd98n6'

const summary = {
  agentId,
  branchId: 'agtbrch_1',
  versionId: 'agtvrsn_1',
  agentName: 'Front desk',
  conversationId: 'conv_21',
  startTimeUnixSecs: 1790000000,
  callDurationSecs: 74,
  messageCount: 9,
  status: 'done',
  terminationReason: 'end_call tool was called.',
  callSuccessful: 'success',
  callSuccessScore: 0.75,
  transcriptSummary: 'The caller asked for a cleaning.',
  callSummaryTitle: 'Cleaning',
  mainLanguage: 'en',
  conversationInitiationSource: 'twilio',
  toolNames: ['find_slot', 'end_call'],
  direction: 'inbound',
  rating: 4.5,
  sentimentAnalysis: {
    overallLabel: 'positive',
    overallSentimentScore: 0.6,
    overallFrustrationScore: 0.1,
    minUserSentimentScore: 0.2,
    maxUserFrustrationScore: 0.3,
    numScoredUserTurns: 4
  },
  tagIds: ['tag_1']
}

const unfinished = {
  agentId,
  conversationId: 'conv_22',
  startTimeUnixSecs: 1790000100,
  callDurationSecs: 0,
  messageCount: 1,
  status: 'in-progress',
  callSuccessful: 'unknown'
}

const conversation = {
  agentId,
  agentName: 'Front desk',
  status: 'done',
  userId: 'cust-77',
  branchId: 'agtbrch_1',
  versionId: 'agtvrsn_1',
  conversationId: 'conv_21',
  hasAudio: true,
  hasUserAudio: true,
  hasResponseAudio: true,
  hasAuxiliaryAudio: false,
  tagIds: ['tag_1', 'tag_2'],
  transcript: [
    { role: 'agent', timeInCallSecs: 0, message: 'Hello, Front desk.', toolCalls: [], toolResults: [], interrupted: false },
    { role: 'user', timeInCallSecs: 4, message: 'A cleaning, please.', sourceMedium: 'audio' },
    {
      role: 'agent',
      timeInCallSecs: 9,
      message: 'Let me look',
      originalMessage: 'Let me look for a slot this week.',
      interrupted: true,
      toolCalls: [
        {
          type: 'webhook',
          requestId: 'req_1',
          toolName: 'find_slot',
          paramsAsJson: '{"week":"this"}',
          toolHasBeenCalled: true,
          toolDetails: { type: 'webhook', method: 'POST', url: 'https://desk.example/slots', headers: {}, pathParams: {}, queryParams: {} }
        }
      ],
      toolResults: [
        { type: 'webhook', requestId: 'req_1', toolName: 'find_slot', resultValue: '[]', isError: false, toolHasBeenCalled: true }
      ]
    },
    { role: 'agent', timeInCallSecs: 70, toolCalls: [{ type: 'system', requestId: 'req_2', toolName: 'end_call', paramsAsJson: '{}', toolHasBeenCalled: true }] }
  ],
  metadata: {
    startTimeUnixSecs: 1790000000,
    acceptedTimeUnixSecs: 1790000001,
    callDurationSecs: 74,
    cost: 310,
    costFiat: 0.09,
    terminationReason: 'end_call tool was called.',
    error: { code: 1011, reason: 'The line was lost.' },
    mainLanguage: 'en',
    conversationInitiationSource: 'sip_trunk',
    textOnly: false,
    phoneCall: {
      type: 'sip_trunking',
      direction: 'outbound',
      phoneNumberId: 'phnum_1',
      agentNumber: '+14155550100',
      externalNumber: '+14155550199',
      callSid: 'CA1'
    },
    charging: { devDiscount: false, tier: 'pro', llmPrice: 0.01 }
  },
  analysis: {
    callSuccessful: 'success',
    callSuccessScore: 0.75,
    transcriptSummary: 'The caller asked for a cleaning.',
    callSummaryTitle: 'Cleaning',
    evaluationCriteriaResults: { polite: { criteriaId: 'polite', result: 'failure', rationale: 'Curt.' } },
    dataCollectionResults: {
      phone: { dataCollectionId: 'phone', value: '+14155550199', rationale: 'Said by the caller.' },
      visits: { dataCollectionId: 'visits', value: 3, rationale: 'Said by the caller.' },
      insured: { dataCollectionId: 'insured', value: true, rationale: 'Said by the caller.' }
    },
    evaluationCriteriaResultsList: [{ criteriaId: 'polite', result: 'failure', rationale: 'Curt.' }],
    dataCollectionResultsList: [{ dataCollectionId: 'phone', value: '+14155550199', rationale: 'Said by the caller.' }]
  },
  conversationInitiationClientData: { dynamicVariables: { system__caller_id: '+14155550199' } }
}

const agent = {
  agentId,
  name: 'Front desk',
  tags: ['desk', 'en'],
  versionId: 'agtvrsn_1',
  branchId: 'agtbrch_1',
  metadata: { createdAtUnixSecs: 1780000000, updatedAtUnixSecs: 1785000000 },
  conversationConfig: { agent: { firstMessage: 'Hello, Front desk.', language: 'en', prompt: { prompt: 'Be kind.', llm: 'gemini-2.5-flash' } } },
  accessInfo
}

const agentSummary = {
  agentId,
  name: 'Front desk',
  voiceId: 'voice_1',
  tags: ['desk', 'en'],
  createdAtUnixSecs: 1780000000,
  accessInfo,
  lastCallTimeUnixSecs: 1790000000,
  archived: true
}

function record(name, serializer, sdk) {
  const wire = serializer.jsonOrThrow(sdk, { unrecognizedObjectKeys: 'strip' })
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ sdk, wire }, null, 1)}\n`)
}

mkdirSync(folder, { recursive: true })
record('conversations', serializers.GetConversationsPageResponseModel, {
  conversations: [summary, unfinished],
  nextCursor: 'b3BhcXVl',
  hasMore: true
})
record('conversation', serializers.GetConversationResponseModel, conversation)
record('agents', serializers.GetAgentsPageResponseModel, { agents: [agentSummary], hasMore: false })
record('agent', serializers.GetAgentResponseModel, agent)
