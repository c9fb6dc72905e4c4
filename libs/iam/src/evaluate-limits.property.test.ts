import { test } from 'node:test';

import fc from 'fast-check';

import type { AccessRequest, NamedPolicy } from './decision';
import { evaluate } from './evaluate';
import type { Statement } from './policy-document';

const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  actions: fc.record({
    negated: fc.boolean(),
    patterns: fc.constantFrom(['a:Get'], ['a:*'], ['b:*']),
  }),
  resources: fc.record({
    negated: fc.boolean(),
    patterns: fc.constantFrom(['r/x'], ['r/*'], ['r/${k:b}']),
  }),
  conditions: fc.array(
    fc.record({
      operator: fc.constantFrom(
        'StringEquals',
        'StringNotEquals',
        'StringLikeIfExists',
        'Null',
        'ForAllValues:StringEquals',
        'ForAnyValue:StringNotEquals',
      ),
      key: fc.constantFrom('k:a', 'k:b'),
      values: fc.constantFrom(['x'], ['true'], ['x', '${k:b}']),
    }),
    { maxLength: 2 },
  ),
});
const set = fc.array(statement, { maxLength: 3 });
const limits = fc.array(set, { maxLength: 2 });
const VALUES = ['x', 'y', '', 'true', ['x', 'y'], ['y', 'true'], []] as const;
const context = fc.record(
  { 'k:a': fc.constantFrom(...VALUES), 'k:b': fc.constantFrom(...VALUES) },
  { requiredKeys: [] },
);
const request: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom('a:Get', 'b:Put'),
  resource: fc.constantFrom('r/x', 'r/y'),
  context,
});
const RUNS = { numRuns: 1500, seed: 4 };

function policies(statements: readonly Statement[]): readonly NamedPolicy[] {
  return [{ name: 'p', document: { version: '2012-10-17', statements } }];
}

function effect(
  granting: readonly Statement[],
  limiting: readonly (readonly Statement[])[],
  asked: AccessRequest,
): string {
  return evaluate(policies(granting), asked, limiting.map(policies)).effect;
}

test('a limit never grants: it allows only what is allowed without it', () => {
  fc.assert(
    fc.property(set, limits, set, request, (granting, limiting, added, asked) => {
      const limited = effect(granting, [...limiting, added], asked);
      return limited !== 'allow' || effect(granting, limiting, asked) === 'allow';
    }),
    RUNS,
  );
});

test('what every set allows by itself is allowed, whatever the order of the limits', () => {
  fc.assert(
    fc.property(set, limits, request, (granting, limiting, asked) => {
      const all = [granting, ...limiting].every((it) => effect(it, [], asked) === 'allow');
      const forward = effect(granting, limiting, asked);
      return (
        forward === (all ? 'allow' : 'deny') &&
        forward === effect(granting, limiting.toReversed(), asked)
      );
    }),
    RUNS,
  );
});

test('a Deny that matches everything wins in any set', () => {
  const everything = { negated: false, patterns: ['*'] };
  const deny: Statement = {
    effect: 'Deny',
    actions: everything,
    resources: everything,
    conditions: [],
  };
  fc.assert(
    fc.property(set, limits, request, (granting, limiting, asked) => {
      const asksUnknown = { ...asked, unknownKeys: ['k:a'] };
      return (
        effect([...granting, deny], limiting, asksUnknown) === 'deny' &&
        effect(granting, [...limiting, [deny]], asksUnknown) === 'deny'
      );
    }),
    RUNS,
  );
});

test('adding an Allow to any set never removes access', () => {
  fc.assert(
    fc.property(set, limits, statement, request, (granting, limiting, added, asked) => {
      const allow: Statement = { ...added, effect: 'Allow' };
      if (effect(granting, limiting, asked) !== 'allow') return true;
      const widened = limiting.map((it) => [allow, ...it]);
      return effect([allow, ...granting], widened, asked) === 'allow';
    }),
    RUNS,
  );
});

test('an answer in spite of unknown keys holds for every value they may have', () => {
  fc.assert(
    fc.property(set, limits, request, context, (granting, limiting, asked, replaced) => {
      const known = { ...asked, context: replaced };
      for (const unknownKeys of [['k:a'], ['k:b'], ['k:a', 'k:b']]) {
        const answer = effect(granting, limiting, { ...known, unknownKeys });
        if (answer !== 'unknown' && answer !== effect(granting, limiting, known)) return false;
      }
      return true;
    }),
    RUNS,
  );
});
