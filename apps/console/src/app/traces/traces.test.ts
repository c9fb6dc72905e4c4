import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Trace } from '../operator/answers';
import { numberWords } from '../parts/counted';
import { adviceFor } from './advice';
import { filterTraces } from './filter-traces';
import { factRows } from './fact-rows';
import { statementLines } from './statement-lines';
import { allowedCall, deniedCall, refusedSignature, signIn } from './traces.fixture';
import { traceChain } from './trace-chain';
import { whoAsked } from './trace-steps';
import { badgeOf, verdictOf, whatWasAsked } from './trace-words';

const states = (trace: Parameters<typeof traceChain>[0]): string =>
  traceChain(trace)
    .map(({ state }) => state)
    .join(' ');

test('shows an allowed call as six passed steps, with who, which statement and how much of the quota', () => {
  assert.equal(states(allowedCall), 'pass pass pass pass pass pass');
  const details = traceChain(allowedCall).map(({ detail }) => detail);
  assert.deepEqual(details, [
    'signed in as user',
    'dev-member',
    'SigV4, accepted',
    '“CallSecure” allows',
    `client, 3 of ${numberWords(1000)} used`,
    'answered 200',
  ]);
});

test('stops a denied call at the policy, and says what to do', () => {
  assert.equal(states(deniedCall), 'pass pass pass stop skip skip');
  assert.equal(badgeOf(deniedCall), '403 Not allowed');
  assert.match(adviceFor(deniedCall) ?? '', /group whose role allows it/);
});

test('does not claim a session that was not looked at', () => {
  assert.equal(states(refusedSignature), 'unknown unknown stop skip skip skip');
});

test('shows how a login became keys', () => {
  assert.equal(states(signIn), 'pass pass pass pass');
  assert.equal(whoAsked(signIn), 'user');
});

test('says of an answer that the laboratory ordered who ordered it, and how to be rid of it', () => {
  const ordered: Trace = {
    ...allowedCall,
    status: 429,
    steps: [
      { name: 'laboratory', outcome: 'refused', detail: 'It was told to.' },
      { name: 'route', outcome: 'not reached', detail: 'Before.' },
    ],
  };
  assert.equal(badgeOf(ordered), '429 Ordered by the lab');
  assert.match(adviceFor(ordered) ?? '', /^Lift the fault on the page Lab/);
});

test('shows what a user pool was asked as one link, by whom it names', () => {
  const asked: Trace = {
    ...allowedCall,
    service: 'cognito-idp',
    operation: 'InitiateAuth',
    steps: [
      {
        name: 'operation',
        outcome: 'passed',
        detail: 'It was asked.',
        facts: { userPool: 'users', client: 'web', username: 'user' },
      },
    ],
  };
  assert.deepEqual(
    traceChain(asked).map(({ label, state, detail }) => [label, state, detail]),
    [['User pool', 'pass', 'web']],
  );
  assert.equal(whoAsked(asked), 'user');
  assert.deepEqual(whatWasAsked(asked), { method: 'users', path: 'InitiateAuth' });
  assert.deepEqual(whatWasAsked(allowedCall), { method: 'GET', path: '/dev/secure' });
});

test('shows what ended a request before the first link in front of them all', () => {
  const lost: Trace = {
    ...refusedSignature,
    steps: refusedSignature.steps.map((step) =>
      step.name === 'route'
        ? { name: 'route', outcome: 'refused', detail: 'There is no such route.' }
        : { ...step, outcome: 'not reached' },
    ),
  };
  assert.equal(badgeOf(lost), '403 No such route');
  assert.equal(states(lost), 'stop skip skip skip skip skip skip');
  assert.equal(traceChain(lost)[0]?.label, 'Route');
});

test('says what to do about a refusal of a user pool, by its error and what was asked', () => {
  const advice = (errorType: string, operation = 'ConfirmSignUp'): string =>
    adviceFor({
      errorType,
      operation,
      steps: [{ name: 'operation', outcome: 'refused', detail: 'No.' }],
    }) ?? '';
  assert.match(advice('CodeMismatchException'), /newest mail.* in the outbox/);
  assert.match(advice('ExpiredCodeException'), /^Ask for another code/);
  assert.match(advice('NotAuthorizedException'), /confirmed already/);
  assert.match(advice('NotAuthorizedException', 'InitiateAuth'), /right password/);
  assert.match(advice('NotAuthorizedException', 'GetUser'), /^Sign in again/);
  assert.match(advice('SomethingElse'), /reason above/);
});

test('gives no advice where nothing was refused', () => {
  assert.equal(adviceFor(allowedCall), undefined);
  assert.equal(badgeOf({ ...allowedCall, status: 404 }), '404 The route said no');
  assert.equal(verdictOf({ status: 502 }), 'failed');
});

test('lists the newest first, without preflights unless asked for, and finds words anywhere', () => {
  const preflight = { ...allowedCall, seq: 9, method: 'OPTIONS' };
  const all = [allowedCall, deniedCall, preflight];
  const found = (over: object) =>
    filterTraces(all, { verdict: 'all', text: '', preflights: false, ...over }).map(
      ({ seq }) => seq,
    );
  assert.deepEqual(found({}), [2, 1]);
  assert.deepEqual(found({ preflights: true }), [9, 2, 1]);
  assert.deepEqual(found({ verdict: 'refused' }), [2]);
  assert.deepEqual(found({ text: 'VIP user' }), [2]);
  assert.deepEqual(found({ text: 'nobody' }), []);
});

test('marks the lines of a statement that did not fit, and writes valid JSON', () => {
  const statement = {
    Sid: 'CallSecure',
    Effect: 'Allow',
    Action: 'execute-api:Invoke',
    Resource: ['arn:one', 'arn:two'],
  };
  const lines = statementLines(statement, 'resource');
  assert.deepEqual(JSON.parse(lines.map(({ text }) => text).join('\n')), statement);
  assert.deepEqual(
    lines.filter(({ isMissed }) => isMissed).map(({ text }) => text.trim()),
    ['"Resource": [', '"arn:one",', '"arn:two"', ']'],
  );
  assert.equal(
    statementLines(statement).some(({ isMissed }) => isMissed),
    false,
  );
});

test('names facts in words, and leaves out what is shown as a statement', () => {
  const rows = allowedCall.steps.flatMap(factRows).map(({ label, value }) => `${label}: ${value}`);
  for (const row of [
    'HTTP method: GET',
    'API key required: yes',
    'Expires at: 1970-01-01T01:00:00.000Z',
    'ARN: arn:member',
    'Duration: 4.0 ms',
  ])
    assert.ok(rows.includes(row), `${row} in ${rows.join(' | ')}`);
  assert.equal(
    rows.some((row) => /^(By|Effect|Kind|Nearest)/.test(row)),
    false,
  );
});

test('shows a list of facts line by line', () => {
  const step = {
    name: 'throttle',
    outcome: 'passed',
    detail: '',
    facts: { buckets: [{ subject: 'the account', rateLimit: 10, burstLimit: 5, left: 4 }] },
  } as const;
  assert.equal(
    factRows(step)[0]?.value,
    'subject the account, rate limit 10, burst limit 5, left 4',
  );
});
