import type { Condition, Statement } from './policy-document';

const COGNITO = 'cognito-identity.amazonaws.com';

/**
 * Why IAM refuses a trust policy that does not say of which identity pool: every pool of every account has the one issuer, and what
 * tells them apart is the audience of the token. Roles that are older than the refusal may have such a policy still.
 * Source: IAM User Guide, "Identity-provider controls for shared OIDC providers". Its answer's own words, of a
 * MalformedPolicyDocument, are not published; ours say what to do.
 * @returns undefined where each statement that trusts the issuer looks at the audience
 */
export function openTrustProblem(
  statements: readonly Pick<Statement, 'effect' | 'principals' | 'conditions'>[],
): string | undefined {
  const isOpen = statements.some(
    ({ effect, principals, conditions }) =>
      effect === 'Allow' &&
      principals?.negated === false &&
      principals.byType.Federated?.includes(COGNITO) === true &&
      !conditions.some(looksAtAudience),
  );
  return isOpen
    ? `the trust policy lets the users of any identity pool of any account in: a statement that trusts "${COGNITO}" needs a condition such as "StringEquals": { "${COGNITO}:aud": "<identity pool id>" }`
    : undefined;
}

function looksAtAudience({ operator, key, values }: Condition): boolean {
  return (
    POSITIVE.test(operator) &&
    key.toLowerCase() === `${COGNITO}:aud` &&
    !values.some((value) => isAnyPool(operator, value))
  );
}

const POSITIVE = /^(ForAnyValue:|ForAllValues:)?String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i;

function isAnyPool(operator: string, value: string): boolean {
  return /like/i.test(operator) && /^([a-z0-9-]+:)?[*?]+$/.test(value);
}
