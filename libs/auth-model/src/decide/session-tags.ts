import type { Login } from '../decide';
import type { IdentityPool } from '../model-identity';
import { namesOfLogin } from './names-of-login';

/** What a session is tagged with. A claim that the token lacks makes no tag. */
export interface SessionTags {
  readonly tags: Readonly<Record<string, string>>;
  /** Tags whose claim has not been seen yet. */
  readonly unknownTags: readonly string[];
}

/**
 * The principal tags that an identity pool makes of the claims of a login.
 * Source: Cognito Developer Guide, "Using attributes for access control".
 * @param login who has signed in; `undefined`: a guest, who has no claims
 */
export function sessionTags(
  { principalTags }: Pick<IdentityPool, 'principalTags'>,
  login: Login | undefined,
): SessionTags {
  const mapping =
    login && principalTags.find(({ providerName }) => isProvider(login, providerName));
  const tags: Record<string, string> = {};
  const unknownTags: string[] = [];
  for (const [tag, name] of Object.entries(mapping?.claimOfTag ?? {})) {
    const claim = login && Object.hasOwn(login.claims, name) ? login.claims[name] : undefined;
    if (isScalar(claim)) tags[tag] = String(claim);
    else if (login?.moreClaims === true) unknownTags.push(tag);
  }
  return { tags, unknownTags };
}

/** A mapping names a user pool without the client. */
function isProvider(login: Login, providerName: string): boolean {
  return (
    namesOfLogin(login).includes(providerName) || login.provider.startsWith(`${providerName}:`)
  );
}

function isScalar(claim: unknown): claim is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof claim);
}
