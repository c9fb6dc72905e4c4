import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway } from '../testing/build-gateway';
import { buildApi, buildApiKey, buildMethod, buildPlan } from '../testing/build-model';
import { assertFailure, call, headerOf, KEY } from '../testing/call-gateway';

for (const [what, headers, model] of [
  ['no API key', {}, {}],
  ['an unknown API key', { 'x-api-key': 'another-key-0123456789' }, {}],
  ['a disabled API key', KEY, { apiKeys: [buildApiKey({ enabled: false })] }],
  ['an API key that is in no plan of the stage', KEY, { usagePlans: [buildPlan({ keyIds: [] })] }],
] as const) {
  test(`refuses ${what}`, async () => {
    const gateway = buildGateway({ model });
    const response = await call(gateway, { headers });
    assertFailure(response, 403, 'ForbiddenException', { message: 'Forbidden' });
    assert.equal(gateway.events.length, 0);
  });
}

test('takes no API key from a header where keys come from authorizers, and says so at the boot', async () => {
  const lines: string[] = [];
  const restApis = [buildApi({ apiKeySource: 'AUTHORIZER' })];
  const gateway = buildGateway({ model: { restApis }, log: (line) => lines.push(line) });
  const response = await call(gateway, { headers: KEY });
  assertFailure(response, 403, 'ForbiddenException', { message: 'Forbidden' });
  assert.match(lines.join('\n'), /takes API keys from authorizers.*403 Forbidden to everybody/);
});

test('stops the boot at a key in two plans of a stage, which AWS refuses', () => {
  const usagePlans = [buildPlan({ address: 'plan.one' }), buildPlan({ address: 'plan.two' })];
  assert.throws(() => buildGateway({ model: { usagePlans } }), {
    code: 'ERR_API_GATEWAY_KEY_IN_TWO_PLANS',
    message: /is in plan\.one and plan\.two, which are both of stage dev/,
  });
});

test('decides on policies before it looks at the API key', async () => {
  const response = await call(buildGateway(), { target: '/dev/vip', headers: {} });
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), 'AccessDeniedException');
});

test('throttles at the rate of the plan, and lets through again as time passes', async () => {
  const gateway = buildGateway({
    model: { usagePlans: [buildPlan({ throttle: { rateLimit: 1, burstLimit: 2 } })] },
  });
  assert.deepEqual([(await call(gateway)).status, (await call(gateway)).status], [200, 200]);
  assertFailure(await call(gateway), 429, 'TooManyRequestsException', {
    message: 'Too Many Requests',
  });
  gateway.clock.nowMs += 1000;
  assert.equal((await call(gateway)).status, 200);
});

test('says when the quota is used up, and does not count what it refused', async () => {
  const quota = { limit: 2, period: 'DAY', offset: 0 } as const;
  const gateway = buildGateway({ model: { usagePlans: [buildPlan({ quota })] } });
  await call(gateway, { target: '/dev/vip' });
  assert.deepEqual([(await call(gateway)).status, (await call(gateway)).status], [200, 200]);
  assertFailure(await call(gateway), 429, 'LimitExceededException', { message: 'Limit Exceeded' });
});

test('throttles before it looks at what was sent', async () => {
  const parameters = [{ place: 'header', name: 'X-One' }] as const;
  const validation = { validator: 'all', parameters, models: {} };
  const restApis = [buildApi({ methods: [buildMethod('GET /secure', { validation })] })];
  const usagePlans = [buildPlan({ throttle: { rateLimit: 1, burstLimit: 1 } })];
  const gateway = buildGateway({ model: { restApis, usagePlans } });
  assert.deepEqual([(await call(gateway)).status, (await call(gateway)).status], [400, 429]);
});
