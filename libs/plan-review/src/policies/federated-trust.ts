import type { Condition } from '@gatehouse/iam';

import { say, type Said } from '../say';
import { valuesAsked } from './conditions';

/** Whoever asks these for a token says what its audience is, so that only the subject tells whose it is. */
const FOR_EVERYBODY =
  /(?:token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|oidc\.circleci\.com|agent\.buildkite\.com|oidc\.vercel\.com|bitbucket\.org)/;
/** What every client of AWS asks for. */
const AUDIENCE_OF_ALL = 'sts.amazonaws.com';

/**
 * What a trust policy takes of a provider that is not the identity pool: too much, where it asks neither for a client of its own nor for
 * whom the token is.
 * Source: IAM User Guide, "Create a role for OpenID Connect federation" and "Configuring a role for GitHub OIDC identity provider".
 * @returns undefined where it asks
 */
export function takenFrom(provider: string, conditions: readonly Condition[]): Said | undefined {
  if (provider.includes(':saml-provider/'))
    return valuesAsked(conditions, 'SAML:aud') === undefined
      ? say`every answer of ${provider} may become the role: it asks for no SAML:aud`
      : undefined;
  const issuer = provider.replace(/^arn:[^/]*:oidc-provider\//, '');
  const claims = new Set(
    conditions.flatMap(({ key }) =>
      key.toLowerCase().startsWith(`${issuer.toLowerCase()}:`) ? [key] : [],
    ),
  );
  const isOf = (key: string, test: (value: string) => boolean): boolean =>
    valuesAsked(conditions, key)?.every(test) === true;
  const asksForOwn = [...claims].some((key) =>
    /:aud$/i.test(key)
      ? !FOR_EVERYBODY.test(issuer) && isOf(key, (value) => isClient(value))
      : isOf(key, isSomebody),
  );
  return asksForOwn
    ? undefined
    : say`every token of ${provider} may become the role: nothing asks whose it is`;
}

const isClient = (audience: string): boolean =>
  audience !== AUDIENCE_OF_ALL && !/[*?]/.test(audience);

/** `repo:owner/name:*` names somebody; `repo:*` does not, and nor does `repo:own*`, which is whoever takes such a name. */
function isSomebody(subject: string): boolean {
  return !/[*?]/.test(subject) || /^[^*?:/]+[:/][^*?:/]+[:/]/.test(subject);
}
