import type { SignedInUser } from './auth-gateway';

/**
 * Reads the claims of an ID token that the client shows. They are shown, never trusted: the gate
 * decides by what it verified itself.
 * Source: Amazon Cognito developer guide, "Understanding the identity (ID) token".
 */
export function toSignedInUser(claims: Readonly<Record<string, unknown>>): SignedInUser {
  const groups = claims['cognito:groups'];
  return {
    username: textOf(claims['cognito:username']) ?? textOf(claims.sub) ?? 'unknown',
    name: textOf(claims.name),
    email: textOf(claims.email),
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    preferredRole: textOf(claims['cognito:preferred_role'])?.split('/').at(-1),
  };
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
