import { openTrustProblem, type Condition, type Statement } from '@gatehouse/iam';

import type { SettledValues } from '../../resource/values';
import { isValues } from '../reading';
import {
  grammarProblem,
  has,
  policyJsonProblem,
  policySize,
  statementsOf,
  stringsOf,
} from './policy-json';

/** Source: IAM User Guide, "IAM and AWS STS quotas": role trust policy. */
const MAX_CHARACTERS = 2_048;

/** Why IAM would refuse a policy that says who may take on a role. */
export function trustPolicyProblem(argument: string, json: string): string | undefined {
  const problem = policyJsonProblem(argument, json) ?? grammarProblem(json);
  if (problem !== undefined) return problem;
  const statements = statementsOf(json);
  for (const field of ['Resource', 'NotResource']) {
    if (statements.some((it) => has(it, field))) {
      return `MalformedPolicyDocument: Has prohibited field ${field}`;
    }
  }
  if (statements.some((it) => !has(it, 'Principal', 'NotPrincipal'))) {
    return 'MalformedPolicyDocument: Missing required field Principal';
  }
  if (statements.some((it) => stringsOf(it, 'Action').some((action) => !/^sts:/i.test(action)))) {
    return 'MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions.';
  }
  if (policySize(json) > MAX_CHARACTERS) {
    return `LimitExceeded: Cannot exceed quota for ACLSizePerRole: ${MAX_CHARACTERS}`;
  }
  const open = openTrustProblem(statements.map(trustOf));
  return open === undefined ? undefined : `MalformedPolicyDocument: ${open}`;
}

/** The parts of a statement that say whom it trusts, and of which token. */
function trustOf(
  statement: SettledValues,
): Pick<Statement, 'effect' | 'principals' | 'conditions'> {
  const { Effect: effect, Principal: principal, Condition: condition } = statement;
  const federated = isValues(principal) ? stringsOf(principal, 'Federated') : [];
  return {
    effect: effect === 'Allow' ? 'Allow' : 'Deny',
    principals: { negated: false, anyone: false, byType: { Federated: federated } },
    conditions: isValues(condition) ? Object.entries(condition).flatMap(conditionsOf) : [],
  };
}

function conditionsOf([operator, keys]: readonly [
  string,
  SettledValues[string],
]): readonly Condition[] {
  if (!isValues(keys)) return [];
  return Object.keys(keys).map((key) => ({ operator, key, values: stringsOf(keys, key) }));
}
