import { known, type Known, type Unknown } from '@gatehouse/terraform-json';

import type { UserGroup, UserPool } from '../model-identity';
import { whyNotKnown } from './why-not-known';

/** What a user's groups put into the ID token. An empty list and an absent role mean that the claim is left out. */
export interface TokenRoleClaims {
  /** `cognito:groups`, in the order given. */
  readonly groups: readonly string[];
  /** `cognito:roles`: each role once. */
  readonly roles: readonly string[];
  /** `cognito:preferred_role`. */
  readonly preferredRole?: string;
}

/** Without a precedence, a group comes after all others. The highest one allowed is 2³¹ − 1. */
const LAST = Number.POSITIVE_INFINITY;

/**
 * The role claims of a user in these groups: the role of the group with the lowest precedence is preferred; of groups that share it,
 * only where they share the role too; a single role always is.
 * Source: user pools API reference, "CreateGroup" (Precedence); Cognito Developer Guide, "Adding groups to a user pool".
 * @param groupNames groups that the pool does not have are left out
 */
export function tokenRoleClaims(
  pool: Pick<UserPool, 'groups'>,
  groupNames: readonly string[],
): Known<TokenRoleClaims> | Unknown {
  const ranked: { readonly role: string; readonly precedence: number }[] = [];
  const groups = groupNames.flatMap((name) => pool.groups.filter((group) => group.name === name));
  for (const group of groups) {
    const rank = rankOf(group);
    if (rank.kind === 'unknown') return rank;
    if (rank.value !== undefined) ranked.push(rank.value);
  }
  const roles = [...new Set(ranked.map(({ role }) => role))];
  const lowest = Math.min(...ranked.map(({ precedence }) => precedence));
  const best = new Set(
    ranked.filter(({ precedence }) => precedence === lowest).map(({ role }) => role),
  );
  const [preferredRole, tied] = best;
  return known({
    groups: groups.map(({ name }) => name),
    roles,
    ...(preferredRole === undefined || tied !== undefined ? {} : { preferredRole }),
  });
}

/** A group without a role has no part in this. */
function rankOf({ name, roleArn, precedence }: UserGroup) {
  if (roleArn === undefined) return known(undefined);
  if (roleArn.kind !== 'known') return unknown(`the role of group ${name}`, roleArn);
  if (precedence !== undefined && precedence.kind !== 'known') {
    return unknown(`the precedence of group ${name}`, precedence);
  }
  return known({ role: roleArn.value, precedence: precedence?.value ?? LAST });
}

function unknown(what: string, value: Parameters<typeof whyNotKnown>[1]): Unknown {
  return { kind: 'unknown', because: whyNotKnown(what, value) };
}
