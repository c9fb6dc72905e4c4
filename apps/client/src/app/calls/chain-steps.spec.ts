import type { SignedRequest } from '@gatehouse/request-signing';

import type { CallFailure } from './call-failure';
import type { CallOutcome } from './call-outcome';
import { chainSteps } from './chain-steps';

const facts = { path: '/vip', durationMs: 12, at: new Date(0), signed: undefined };

const signed: SignedRequest = {
  method: 'GET',
  url: 'http://localhost:4203/dev/vip',
  amzDate: '20261122T084230Z',
  credentialScope: '20261122/us-west-2/execute-api/aws4_request',
  signedHeaders: ['host', 'x-amz-date'],
  payloadHash: '',
  canonicalRequest: '',
  attempt: 1,
};

function failed(failure: CallFailure, request?: SignedRequest): CallOutcome {
  return { kind: 'failed', ...facts, signed: request, failure, answer: undefined };
}

/** `session+ role+ signature+ policy✕ key- lambda-` */
function sketch(outcome: CallOutcome): string {
  const signs = { pass: '+', stop: 'x', skip: '-', unknown: '?', idle: '.', wait: '~' };
  return chainSteps({ phase: 'done', outcome }, 'user')
    .map(({ state }) => signs[state])
    .join('');
}

function detailOf(outcome: CallOutcome, step: string): string | undefined {
  return chainSteps({ phase: 'done', outcome }, 'user').find(({ id }) => id === step)?.detail;
}

describe('chainSteps', () => {
  it('shows every step as passed when the route answered', () => {
    const answer = { status: 200, errorType: undefined, requestId: undefined, text: '', json: {} };
    const caller = { identityId: 'us-west-2:1', role: 'gatehouse-dev-admin', group: 'admin' };
    const outcome: CallOutcome = { kind: 'succeeded', ...facts, answer, caller };
    expect(sketch(outcome)).toBe('++++++');
    expect(detailOf(outcome, 'role')).toBe('admin, from your group');
  });

  it('stops at the policy when IAM refuses, and names the role that IAM named', () => {
    const outcome = failed({ kind: 'not-allowed', role: 'gatehouse-dev-member', denied: false });
    expect(sketch(outcome)).toBe('+++x--');
    expect(detailOf(outcome, 'role')).toBe('member, the default');
    expect(detailOf(outcome, 'policy')).toBe('nothing allows /vip');
  });

  it('tells a statement that denies from the lack of one that allows', () => {
    const outcome = failed({ kind: 'not-allowed', role: undefined, denied: true });
    expect(detailOf(outcome, 'policy')).toBe('a statement denies /vip');
    expect(detailOf(outcome, 'role')).toBe('keys issued');
  });

  it('claims nothing about signature and policy when key or limits refuse', () => {
    expect(sketch(failed({ kind: 'key-refused' }))).toBe('++??x-');
    expect(sketch(failed({ kind: 'throttled' }))).toBe('++??x-');
    expect(sketch(failed({ kind: 'quota-used' }))).toBe('++??x-');
  });

  it('claims nothing about what a call met that got no answer', () => {
    expect(sketch(failed({ kind: 'unreachable' }, signed))).toBe('++????');
    expect(sketch(failed({ kind: 'offline', left: true }, signed))).toBe('++????');
  });

  it('shows as not reached what a call did not get to that never left the device', () => {
    expect(sketch(failed({ kind: 'offline', left: false }, signed))).toBe('++----');
    expect(sketch(failed({ kind: 'offline', left: false }))).toBe('+?----');
  });

  it('claims no keys for a call that nothing was signed for', () => {
    expect(sketch(failed({ kind: 'unreachable' }))).toBe('+?????');
    expect(sketch(failed({ kind: 'not-sent', message: 'A stream.' }))).toBe('+?x---');
  });

  it('stops where the call was lost before it was sent', () => {
    expect(sketch(failed({ kind: 'signed-out' }))).toBe('x-----');
    expect(sketch(failed({ kind: 'no-role' }))).toBe('+x----');
    expect(sketch(failed({ kind: 'no-keys' }))).toBe('+x----');
    expect(sketch(failed({ kind: 'clock-wrong', aheadMs: 1 }))).toBe('++x---');
  });

  it('stops at the function when it failed', () => {
    expect(sketch(failed({ kind: 'route-failed' }))).toBe('+++++x');
  });

  it('knows only the session before a call', () => {
    const [session, ...rest] = chainSteps({ phase: 'idle' }, 'user');
    expect(session).toEqual(
      jasmine.objectContaining({ state: 'pass', detail: 'signed in as user' }),
    );
    expect(rest.every(({ state }) => state === 'idle')).toBeTrue();
  });
});
