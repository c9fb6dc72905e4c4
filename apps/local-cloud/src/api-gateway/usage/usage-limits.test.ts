import assert from 'node:assert/strict';
import test from 'node:test';

import type { Quota, Stage } from '@gatehouse/auth-model';

import { buildApiKey, buildPlan, buildStage, REGION } from '../testing/build-model';
import type { KeyInPlan } from './api-key-ring';
import { windowStart, type QuotaWindow } from './quota-window';
import { createTokenBucket } from './token-bucket';
import { createUsageLedger } from './usage-ledger';
import { createUsageLimits, type UsageLimits } from './usage-limits';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const METHOD = { resourcePath: '/secure', httpMethod: 'GET' };

function limits(quotaWindow: QuotaWindow = 'rolling', region = REGION): UsageLimits {
  return createUsageLimits({ region, ledger: createUsageLedger(), quotaWindow, sinceMs: NOW });
}

function inPlan(changes: Parameters<typeof buildPlan>[0], keyId = 'key001'): KeyInPlan {
  const plan = buildPlan(changes);
  const [planStage] = plan.apiStages;
  assert.ok(planStage);
  return { key: buildApiKey({ id: keyId }), plan, planStage };
}

/** How many of many requests at one moment get through. */
function admitted(
  usage: UsageLimits,
  request: Parameters<UsageLimits>[0],
  nowMs = NOW,
  tries = 20,
): number {
  return Array.from({ length: tries }, () => usage(request, nowMs)).filter(
    ({ refusal }) => refusal === undefined,
  ).length;
}

test('fills a bucket at its rate up to its burst, whatever the clock does', () => {
  const bucket = createTokenBucket({ rateLimit: 2, burstLimit: 3 });
  const taken = (nowMs: number): number =>
    Array.from({ length: 9 }, () => bucket.take(nowMs)).filter(Boolean).length;
  assert.deepEqual(
    [taken(NOW), taken(NOW + 500), taken(NOW + 499), taken(NOW + 60_000)],
    [3, 1, 0, 3],
  );
});

test('never lets through at a burst of nought', () => {
  assert.equal(createTokenBucket({ rateLimit: 0, burstLimit: 0 }).take(NOW), false);
});

test('lets the account have the rate that it was given, and half of it as burst', () => {
  const usage = createUsageLimits({
    region: REGION,
    ledger: createUsageLedger(),
    quotaWindow: 'rolling',
    sinceMs: NOW,
    accountRate: 8,
  });
  assert.equal(admitted(usage, { stage: buildStage(), ...METHOD }), 4);
});

test('gives every key a bucket of its own', () => {
  const usage = limits();
  const throttle = { rateLimit: 1, burstLimit: 3 };
  for (const keyId of ['key001', 'key002']) {
    assert.equal(
      admitted(usage, { stage: buildStage(), ...METHOD, inPlan: inPlan({ throttle }, keyId) }),
      3,
    );
  }
});

test('lets a limit for one method stand in place of the plan’s', () => {
  const apiStages = [
    {
      apiId: 'a',
      stage: 'dev',
      methodThrottles: { '/secure/GET': { rateLimit: 1, burstLimit: 5 } },
    },
  ];
  const planned = inPlan({ apiStages, throttle: { rateLimit: 1, burstLimit: 2 } });
  const usage = limits();
  assert.equal(admitted(usage, { stage: buildStage(), ...METHOD, inPlan: planned }), 5);
  assert.equal(
    admitted(usage, {
      stage: buildStage(),
      resourcePath: '/vip',
      httpMethod: 'GET',
      inPlan: planned,
    }),
    2,
  );
});

test('throttles every method of a stage by itself, and one by its own setting', () => {
  const methodSettings: Stage['methodSettings'] = [
    { methodPath: '*/*', throttle: { rateLimit: 1, burstLimit: 4 } },
    { methodPath: 'vip/GET', throttle: { rateLimit: 1, burstLimit: 2 } },
  ];
  const stage = buildStage({ methodSettings });
  const usage = limits();
  const on = (resourcePath: string): number =>
    admitted(usage, { stage, resourcePath, httpMethod: 'GET' });
  assert.deepEqual([on('/secure'), on('/other'), on('/vip')], [4, 4, 2]);
});

test('lets settings of a method stand in place of those of all, however its path is written, and also where they set no limit', () => {
  const stage = buildStage({
    methodSettings: [
      { methodPath: '*/*', throttle: { rateLimit: 1, burstLimit: 4 } },
      { methodPath: '/GET', throttle: { rateLimit: 1, burstLimit: 2 } },
      { methodPath: '~1a~1b/GET', throttle: { rateLimit: 1, burstLimit: 3 } },
      { methodPath: 'vip/GET' },
    ],
  });
  const usage = limits();
  const on = (resourcePath: string): number =>
    admitted(usage, { stage, resourcePath, httpMethod: 'GET' });
  assert.deepEqual([on('/'), on('/a/b'), on('/vip'), on('/other')], [2, 3, 20, 4]);
});

test('counts a key once for all stages of its plan', () => {
  const usage = limits();
  const planned = inPlan({ throttle: { rateLimit: 1, burstLimit: 3 } });
  const on = (address: string): number =>
    admitted(usage, { stage: buildStage({ address }), ...METHOD, inPlan: planned });
  assert.deepEqual([on('aws_api_gateway_stage.one'), on('aws_api_gateway_stage.two')], [3, 0]);
});

test('asks the limit of the plan first, then the one of the stage, then the account’s', () => {
  const usage = limits();
  const throttle = { rateLimit: 1, burstLimit: 1 };
  const stage = buildStage({ methodSettings: [{ methodPath: '*/*', throttle }] });
  const planned = inPlan({ throttle: { rateLimit: 1, burstLimit: 2 } });
  const subjects = [1, 2, 3].map(() =>
    usage({ stage, ...METHOD, inPlan: planned }, NOW).seen.buckets.map(({ subject }) => subject),
  );
  const [plan, method, account] = subjects[0] ?? [];
  assert.match(`${plan}, ${method}, ${account}`, /^usage plan .*, stage dev, .*, the account$/);
  assert.deepEqual(subjects.slice(1), [[plan, method], [plan]]);
});

test('counts no throttled request against the quota', () => {
  const usage = limits();
  const quota: Quota = { limit: 3, period: 'DAY', offset: 0 };
  const planned = inPlan({ quota, throttle: { rateLimit: 1, burstLimit: 1 } });
  const request = { stage: buildStage(), ...METHOD, inPlan: planned };
  assert.deepEqual(
    [0, 60_000, 120_000, 180_000].map((later) => admitted(usage, request, NOW + later)),
    [1, 1, 1, 0],
  );
});

test('switches a limit off at a negative rate', () => {
  const stage = buildStage({
    methodSettings: [{ methodPath: '*/*', throttle: { rateLimit: -1, burstLimit: -1 } }],
  });
  assert.equal(admitted(limits(), { stage, ...METHOD }), 20);
});

for (const [region, burst] of [
  [REGION, 5_000],
  ['af-south-1', 1_250],
] as const) {
  test(`throttles the whole account at ${burst} at once in ${region}`, () => {
    assert.equal(
      admitted(limits('rolling', region), { stage: buildStage(), ...METHOD }, NOW, 6_000),
      burst,
    );
  });
}

test('lets a rolling quota come back request by request', () => {
  const usage = limits();
  const quota: Quota = { limit: 4, period: 'DAY', offset: 0 };
  const request = { stage: buildStage(), ...METHOD, inPlan: inPlan({ quota }) };
  assert.equal(admitted(usage, request, NOW, 1), 1);
  assert.equal(admitted(usage, request, NOW + 12 * HOUR_MS), 3);
  assert.equal(admitted(usage, request, NOW + DAY_MS - 1), 0);
  assert.equal(admitted(usage, request, NOW + DAY_MS + 600_000), 1);
  assert.equal(admitted(usage, request, NOW + DAY_MS + 12 * HOUR_MS + 600_000), 3);
});

test('lets a calendar quota come back at midnight UTC', () => {
  const usage = limits('calendar');
  const request = {
    stage: buildStage(),
    ...METHOD,
    inPlan: inPlan({ quota: { limit: 2, period: 'DAY', offset: 0 } }),
  };
  assert.equal(admitted(usage, request, NOW), 2);
  assert.equal(admitted(usage, request, Date.parse('2026-11-22T23:59:59Z')), 0);
  assert.equal(admitted(usage, request, Date.parse('2026-11-23T00:00:00Z')), 2);
});

test('counts stages of one name apart where they are of two APIs', () => {
  const usage = limits();
  const throttle = { rateLimit: 1, burstLimit: 2 };
  const stageOf = (address: string): Stage =>
    buildStage({ address, methodSettings: [{ methodPath: '*/*', throttle }] });
  const counted = ['aws_api_gateway_stage.one', 'aws_api_gateway_stage.two'].map((address) =>
    admitted(usage, { stage: stageOf(address), ...METHOD }),
  );
  assert.deepEqual(counted, [2, 2]);
});

test('counts the offset against the first period only', () => {
  const usage = limits();
  const request = {
    stage: buildStage(),
    ...METHOD,
    inPlan: inPlan({ quota: { limit: 5, period: 'WEEK', offset: 3 } }),
  };
  assert.equal(admitted(usage, request, NOW), 2);
  assert.equal(admitted(usage, request, NOW + 8 * DAY_MS), 5);
});

for (const [period, start] of [
  ['DAY', '2026-11-22T00:00:00Z'],
  ['WEEK', '2026-11-16T00:00:00Z'],
  ['MONTH', '2026-11-01T00:00:00Z'],
] as const) {
  test(`begins a calendar ${period.toLowerCase()} at ${start}`, () => {
    assert.equal(windowStart(period, NOW, 'calendar'), Date.parse(start));
  });
}
