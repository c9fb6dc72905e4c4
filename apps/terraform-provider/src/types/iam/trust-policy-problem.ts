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

const COGNITO = 'cognito-identity.amazonaws.com';

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
  return statements.some(letsAnyIdentityPoolIn)
    ? `MalformedPolicyDocument: the trust policy lets the users of any identity pool of any account in: a statement that trusts ` +
        `"${COGNITO}" needs a condition such as "StringEquals": { "${COGNITO}:aud": "<identity pool id>" }`
    : undefined;
}

/**
 * Every identity pool of every account has the one issuer: what tells them apart is the audience of the token, and IAM takes no trust
 * in the issuer that does not look at it. Source: IAM User Guide, "Identity-provider controls for shared OIDC providers". Its answer's
 * own words are not published; ours say what to do.
 */
function letsAnyIdentityPoolIn(statement: SettledValues): boolean {
  const { Effect: effect, Principal: principal, Condition: condition } = statement;
  if (effect !== 'Allow' || !isValues(principal)) return false;
  return stringsOf(principal, 'Federated').includes(COGNITO) && !looksAtAudience(condition);
}

function looksAtAudience(condition: SettledValues[string] | undefined): boolean {
  if (!isValues(condition)) return false;
  return Object.entries(condition).some(([operator, keys]) => {
    if (!isValues(keys) || !POSITIVE.test(operator)) return false;
    return Object.keys(keys)
      .filter((key) => key.toLowerCase() === `${COGNITO}:aud`)
      .some((key) => !stringsOf(keys, key).some((value) => isAnyPool(operator, value)));
  });
}

const POSITIVE = /^(ForAnyValue:|ForAllValues:)?String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i;

function isAnyPool(operator: string, value: string): boolean {
  return /like/i.test(operator) && /^([a-z0-9-]+:)?[*?]+$/.test(value);
}
