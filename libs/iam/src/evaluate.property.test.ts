import { test } from 'node:test';

import fc from 'fast-check';

import type { AccessRequest, NamedPolicy } from './decision';
import { evaluate } from './evaluate';
import type { Condition, PolicyDocument, Statement } from './policy-document';

/** Few names, so that statements and requests meet often. */
const actions = fc.constantFrom('a:Get', 'a:Put');
const resources = fc.constantFrom('arn:1/x', 'arn:1/y', 'arn:2/x');
const patterns = (...words: readonly string[]) =>
  fc.record({
    negated: fc.boolean(),
    patterns: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }),
  });
const condition: fc.Arbitrary<Condition> = fc.record({
  operator: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringEqualsIfExists'),
  key: fc.constantFrom('k:a', 'k:b'),
  values: fc.constantFrom(['1'], ['2'], ['1', '2']),
});
const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  actions: patterns('a:Get', 'a:*', 'b:*'),
  resources: patterns('arn:1/*', 'arn:?/x', 'arn:2/x', '*'),
  conditions: fc.array(condition, { maxLength: 2 }),
});
const value = fc.constantFrom('1', '2', '3');
const request: fc.Arbitrary<AccessRequest> = fc.record({
  action: actions,
  resource: resources,
  context: fc.record({ 'k:a': value, 'k:b': value }, { requiredKeys: [] }),
});
const statements = fc.array(statement, { maxLength: 5 });
const RUNS = { numRuns: 1500, seed: 21 };

function policyOf(list: readonly Statement[], name = 'p'): NamedPolicy {
  const document: PolicyDocument = { version: '2012-10-17', statements: list };
  return { name, document };
}

function effect(list: readonly Statement[], asked: AccessRequest): string {
  return evaluate([policyOf(list)], asked).effect;
}

/** The slow model: filters with regular expressions, says nothing about why. */
function modelEffect(list: readonly Statement[], asked: AccessRequest): string {
  const matching = list.filter((it) => modelMatches(it, asked));
  if (matching.some((it) => it.effect === 'Deny')) return 'deny';
  return matching.some((it) => it.effect === 'Allow') ? 'allow' : 'deny';
}

function modelMatches(it: Statement, asked: AccessRequest): boolean {
  const like = (pattern: string, text: string): boolean =>
    new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
  const action = it.actions.patterns.some((pattern) => like(pattern, asked.action));
  const resource = it.resources?.patterns.some((pattern) => like(pattern, asked.resource)) ?? true;
  return (
    action !== it.actions.negated &&
    resource !== (it.resources?.negated ?? false) &&
    it.conditions.every(({ operator, key, values }) => {
      const got = asked.context[key];
      if (got === undefined) return operator !== 'StringEquals';
      return values.includes(String(got)) !== operator.includes('Not');
    })
  );
}

test('agrees with a slow model that filters statements with regular expressions', () => {
  fc.assert(
    fc.property(
      statements,
      request,
      (list, asked) => effect(list, asked) === modelEffect(list, asked),
    ),
    RUNS,
  );
});

test('adding a Deny never allows', () => {
  fc.assert(
    fc.property(statements, statement, request, (list, added, asked) => {
      const deny: Statement = { ...added, effect: 'Deny' };
      return effect(list, asked) === 'allow' || effect([...list, deny], asked) === 'deny';
    }),
    RUNS,
  );
});

test('adding an Allow never denies what was allowed', () => {
  fc.assert(
    fc.property(statements, statement, request, (list, added, asked) => {
      const allow: Statement = { ...added, effect: 'Allow' };
      return effect(list, asked) === 'deny' || effect([allow, ...list], asked) === 'allow';
    }),
    RUNS,
  );
});

test('the order of statements and their spread over policies do not change the effect', () => {
  fc.assert(
    fc.property(statements, request, fc.nat({ max: 5 }), (list, asked, at) => {
      const expected = effect(list, asked);
      const apart = [policyOf(list.slice(at), 'b'), policyOf(list.slice(0, at), 'a')];
      return (
        effect(list.toReversed(), asked) === expected && evaluate(apart, asked).effect === expected
      );
    }),
    RUNS,
  );
});

test('no statements, or only denying ones, allow nothing', () => {
  fc.assert(
    fc.property(statements, request, (list, asked) => {
      return (
        effect(
          list.filter((it) => it.effect === 'Deny'),
          asked,
        ) === 'deny'
      );
    }),
    RUNS,
  );
});

test('an answer in spite of an unknown key holds for every value of that key', () => {
  fc.assert(
    fc.property(statements, request, (list, asked) => {
      const others = Object.fromEntries(
        Object.entries(asked.context).filter(([key]) => key !== 'k:a'),
      );
      const answer = evaluate([policyOf(list)], {
        ...asked,
        context: others,
        unknownKeys: ['k:a'],
      }).effect;
      const possible = [others, ...['1', '2', '3'].map((it) => ({ ...others, 'k:a': it }))].map(
        (context) => effect(list, { ...asked, context }),
      );
      return answer === 'unknown' || possible.every((it) => it === answer);
    }),
    RUNS,
  );
});
