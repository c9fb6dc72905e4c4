import type { CallFailure, CallFailureKind } from './call-failure';
import { failureWords } from './failure-words';

const page = { key: 'GET /vip', method: 'GET' } as const;
const context = { page, path: '/vip', groups: [] };

const ONE_OF_EACH: { readonly [K in CallFailureKind]: Extract<CallFailure, { kind: K }> } = {
  'signed-out': { kind: 'signed-out' },
  'no-keys': { kind: 'no-keys' },
  'no-role': { kind: 'no-role' },
  'keys-refused': { kind: 'keys-refused', expired: true },
  'clock-wrong': { kind: 'clock-wrong', aheadMs: -420_000 },
  'signature-refused': { kind: 'signature-refused' },
  'not-recognised': { kind: 'not-recognised' },
  'not-allowed': { kind: 'not-allowed', role: 'gatehouse-dev-member', denied: false },
  'key-refused': { kind: 'key-refused' },
  throttled: { kind: 'throttled' },
  'quota-used': { kind: 'quota-used' },
  'route-refused': { kind: 'route-refused', message: 'Not on a Sunday.' },
  'route-failed': { kind: 'route-failed' },
  'route-timed-out': { kind: 'route-timed-out' },
  'gate-failed': { kind: 'gate-failed' },
  offline: { kind: 'offline', left: false },
  unreachable: { kind: 'unreachable' },
  'not-sent': { kind: 'not-sent', message: 'The body is a stream.' },
  unexpected: { kind: 'unexpected' },
};

describe('failureWords', () => {
  it('has a screen of its own for every failure, in whole sentences without codes', () => {
    const words = Object.values(ONE_OF_EACH).map((failure) => failureWords(failure, context));
    expect(new Set(words.map(({ title }) => title)).size).toBe(words.length);
    for (const { title, happened, todo } of words) {
      for (const sentence of [title, happened, todo]) expect(sentence).toMatch(/^[A-Z].*[.]$/);
      expect(`${title} ${happened} ${todo}`).not.toMatch(/\b(4\d\d|5\d\d|error)\b/i);
    }
  });

  it('says which role may not call what, which group can, and what to do', () => {
    const words = failureWords(ONE_OF_EACH['not-allowed'], context);
    expect(words.title).toBe('Your role, member, may not call GET /vip.');
    expect(words.happened).toBe('Only the admin group can.');
    expect(words.todo).toContain('Ask an administrator');
    expect(words.action).toBe('refresh-access');
  });

  it('offers no new keys against a statement that denies', () => {
    const denied = { ...ONE_OF_EACH['not-allowed'], denied: true };
    const words = failureWords(denied, { ...context, groups: ['admin'] });
    expect(words.title).toBe('Your role, member, may not call GET /vip.');
    expect(words.happened).toContain('denies this call outright');
    expect(words.action).toBeUndefined();
    expect(`${words.happened} ${words.todo}`).not.toMatch(/refresh/i);
  });

  it('says that a call never left only where that is known', () => {
    expect(failureWords(ONE_OF_EACH.offline, context).happened).toContain('never left');
    const lost = failureWords({ kind: 'offline', left: true }, context);
    expect(lost.happened).not.toContain('never left');
  });

  it('says that the keys are old when the token has the group by now', () => {
    const words = failureWords(ONE_OF_EACH['not-allowed'], { ...context, groups: ['admin'] });
    expect(words.todo).toBe(
      'You are in admin by now, but these keys are older. Refresh your access.',
    );
  });

  it('says that table and deployment disagree when the group should be able to', () => {
    const words = failureWords(ONE_OF_EACH['not-allowed'], {
      page: { key: 'GET /secure', method: 'GET' },
      path: '/secure',
      groups: [],
    });
    expect(words.happened).toContain('By the route table the member group may.');
  });

  it('names the path that was called, not the row of the table', () => {
    const words = failureWords(ONE_OF_EACH['not-allowed'], { ...context, path: '/items/42' });
    expect(words.title).toBe('Your role, member, may not call GET /items/42.');
  });

  it('names a role it does not know as AWS does', () => {
    const failure = { kind: 'not-allowed', role: 'SomethingElse', denied: false } as const;
    expect(failureWords(failure, context).title).toBe(
      'Your role, SomethingElse, may not call GET /vip.',
    );
  });

  it('says how far off the clock is, and which way', () => {
    expect(failureWords({ kind: 'clock-wrong', aheadMs: -420_000 }, context).title).toBe(
      'Your clock is 7 minutes behind.',
    );
    expect(failureWords({ kind: 'clock-wrong', aheadMs: 7_200_000 }, context).title).toBe(
      'Your clock is 2 hours ahead.',
    );
  });
});
