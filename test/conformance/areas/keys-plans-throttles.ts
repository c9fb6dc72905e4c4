import type { BehaviourArea } from '../behaviour';

const USAGE = 'apps/local-cloud/src/api-gateway/usage/refusals.test.ts';
const ANSWER = 'apps/local-cloud/src/api-gateway/answer-request.test.ts';
const READERS = 'libs/auth-model/src/readers/usage-plan.test.ts';
const LIMITS = 'apps/local-cloud/src/api-gateway/usage/usage-limits.test.ts';
const TABLE = 'apps/local-cloud/src/api-gateway/testing/failure-row.ts';

export const KEYS_PLANS_THROTTLES: BehaviourArea = {
  title: 'API Gateway: keys, plans and throttles',
  behaviours: [
    {
      id: 'usage-key-header',
      what: 'The key is sent as x-api-key.',
      source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs"',
      test: { file: USAGE, name: 'refuses no API key' },
    },
    {
      id: 'usage-key-source-authorizer',
      what: 'With apiKeySource AUTHORIZER, an authorizer names the key, and a header none.',
      source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs"',
      test: {
        file: USAGE,
        name: 'takes no API key from a header where keys come from authorizers, and says so at the boot',
      },
    },
    {
      id: 'usage-key-length',
      what: 'The value of a key has 20 to 128 characters.',
      source: 'API Gateway Developer Guide, "Quotas for configuring and running a REST API"',
      test: { file: READERS, name: 'stops at an API key that is shorter or longer than AWS takes' },
    },
    {
      id: 'usage-key-one-plan-a-stage',
      what: 'A key may be in several plans, and in one only for each stage.',
      source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs"',
      test: {
        file: USAGE,
        name: 'stops the boot at a key in two plans of a stage, which AWS refuses',
      },
    },
    {
      id: 'usage-key-enabled',
      what: 'A key counts while it is enabled.',
      source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs"',
      test: { file: USAGE, name: 'refuses a disabled API key' },
    },
    {
      id: 'usage-key-stage',
      what: 'A key counts on the stages that its plan lists.',
      source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs"',
      test: { file: USAGE, name: 'refuses an API key that is in no plan of the stage' },
    },
    {
      id: 'usage-key-none-possible',
      what: 'A stage in no plan lets nobody in where a key is wanted.',
      source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs"',
      test: { file: ANSWER, name: 'says at the boot when no key can be good for a stage' },
    },
    {
      id: 'usage-key-delay',
      what: 'A change of keys and plans may take minutes to be seen.',
      source: 'notes of LocalStack’s recordings',
      notModelled: 'a change is seen as soon as it is played',
    },
    {
      id: 'usage-bucket',
      what: 'A throttle is a token bucket: rateLimit tokens a second, burstLimit at once.',
      source: 'API Gateway Developer Guide, "Throttle requests to your REST APIs"',
      test: {
        file: LIMITS,
        name: 'fills a bucket at its rate up to its burst, whatever the clock does',
      },
    },
    {
      id: 'usage-bucket-exact',
      what: 'Throttles are best effort, and let more through at times.',
      source: 'API Gateway Developer Guide, "Throttle requests to your REST APIs"',
      notModelled: 'they are exact, so that the same requests have the same answers',
    },
    {
      id: 'usage-plan-key',
      what: 'The throttle of a plan counts every key by itself.',
      source: 'API Gateway Developer Guide, "Throttle requests to your REST APIs"',
      test: { file: LIMITS, name: 'gives every key a bucket of its own' },
    },
    {
      id: 'usage-plan-stages',
      what: 'It counts a key once for all stages of the plan.',
      source: 'API Gateway Developer Guide, "Throttle requests to your REST APIs"',
      test: { file: LIMITS, name: 'counts a key once for all stages of its plan' },
    },
    {
      id: 'usage-plan-method',
      what: 'A throttle for `/resource/VERB` stands in place of the plan’s.',
      source: 'API Gateway API Reference, ApiStage',
      test: { file: LIMITS, name: 'lets a limit for one method stand in place of the plan’s' },
    },
    {
      id: 'usage-quota',
      what: 'A quota is a limit for a DAY, WEEK or MONTH.',
      source: 'API Gateway API Reference, QuotaSettings',
      test: { file: LIMITS, name: 'begins a calendar week at 2026-11-16T00:00:00Z' },
    },
    {
      id: 'usage-quota-offset',
      what: 'Its offset is subtracted in the first period.',
      source: 'API Gateway API Reference, QuotaSettings',
      test: { file: LIMITS, name: 'counts the offset against the first period only' },
    },
    {
      id: 'usage-quota-rolling',
      what: 'Use ages out request by request, and not at midnight.',
      source: 'two public observations; the guide is silent',
      test: { file: LIMITS, name: 'lets a rolling quota come back request by request' },
    },
    {
      id: 'usage-quota-calendar',
      what: 'Others expect a quota to begin anew at midnight UTC.',
      source: 'the guide is silent; not verified',
      test: { file: LIMITS, name: 'lets a calendar quota come back at midnight UTC' },
    },
    {
      id: 'usage-quota-throttled',
      what: 'What was throttled does not count against the quota.',
      source: 'a public observation',
      test: { file: LIMITS, name: 'counts no throttled request against the quota' },
    },
    {
      id: 'usage-no-retry-after',
      what: 'A 429 has no Retry-After and no header of the rate.',
      source: 'a public observation',
      test: {
        file: TABLE,
        name: 'answers 429 TooManyRequestsException to too many requests at once',
      },
    },
    {
      id: 'usage-stage-method',
      what: 'A stage throttles a method by `<path>/<VERB>`, or every method by `*/*`.',
      source: 'API Gateway API Reference, UpdateStage',
      test: {
        file: LIMITS,
        name: 'throttles every method of a stage by itself, and one by its own setting',
      },
    },
    {
      id: 'usage-stage-off',
      what: 'A negative rate switches a throttle off.',
      source: 'GitHub, hashicorp/terraform-provider-aws#5690 and #14266',
      test: { file: LIMITS, name: 'switches a limit off at a negative rate' },
    },
    {
      id: 'usage-account',
      what: 'An account has 10,000 requests a second and 5,000 at once.',
      source: 'API Gateway Developer Guide, "Quotas for configuring and running a REST API"',
      test: { file: LIMITS, name: 'throttles the whole account at 5000 at once in us-west-2' },
    },
    {
      id: 'usage-account-small-regions',
      what: 'In Cape Town and Milan it has 2,500 and 1,250.',
      source: 'API Gateway Developer Guide, "Quotas for configuring and running a REST API"',
      test: { file: LIMITS, name: 'throttles the whole account at 1250 at once in af-south-1' },
    },
  ],
};
