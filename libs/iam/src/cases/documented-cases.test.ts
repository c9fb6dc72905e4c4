import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Decision, NamedPolicy } from '../decision';
import { evaluate } from '../evaluate';
import { parsePolicyDocument } from '../parse-policy-document';
import { kindOf } from '../testing/kind-of';
import { CONDITION_CASES } from './conditions.fixture';
import type { Expected, IamCase } from './iam-case';
import { LOGIC_CASES } from './logic.fixture';
import { DENY_CASES, STATEMENT_CASES } from './statements.fixture';

const CASES: readonly IamCase[] = [
  ...CONDITION_CASES,
  ...STATEMENT_CASES,
  ...DENY_CASES,
  ...LOGIC_CASES,
];

/** One document per statement: the grammar has no empty list of statements. */
function policiesOf(statements: readonly object[]): readonly NamedPolicy[] {
  return statements.map((Statement, index) => {
    const name = `p${index}`;
    return {
      name,
      document: parsePolicyDocument({ Version: '2012-10-17', Statement }, name, kindOf(Statement)),
    };
  });
}

function words(decision: Decision): Expected {
  return decision.effect === 'deny' ? `${decision.kind} deny` : decision.effect;
}

for (const { id, source, policies, limits = [], request, expected, missed } of CASES) {
  test(`answers ${expected} to case ${id}, as ${source} says`, () => {
    const decision = evaluate(policiesOf(policies), request, limits.map(policiesOf));
    assert.equal(words(decision), expected);
    if (missed === undefined) return;
    assert.ok(decision.effect === 'deny' && decision.kind === 'implicit');
    assert.equal(decision.nearest?.part, missed);
  });
}

test('holds at least 300 cases, each with its own id', () => {
  assert.ok(CASES.length >= 300, `${CASES.length} cases`);
  assert.equal(new Set(CASES.map(({ id }) => id)).size, CASES.length);
});
