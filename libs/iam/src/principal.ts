import type { AccessRequest } from './decision';
import type { Principals, Statement } from './policy-document';
import type { Truth } from './truth';

type Principal = NonNullable<AccessRequest['principal']>;

/** An unsigned request: only `"*"` and `{"AWS": "*"}` name it. */
export const ANONYMOUS: Principal = { type: 'AWS', value: '*' };

/**
 * Whether a principal element names who asks. `"*"` and `{"AWS": "*"}` are everyone, unsigned requests included. An account, by id or
 * root ARN, is everyone in it; a role is its sessions too. Principals know no partial wildcards.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function matchesPrincipals(
  principals: Principals,
  principal: Principal,
  effect: Statement['effect'],
): Truth {
  if (!principals.negated) return namesPrincipal(principals, principal);
  if (!namesPrincipal(principals, principal)) return true;
  return effect === 'Deny' && !isWhollyNamed(principals, principal) ? 'unknown' : false;
}

/**
 * Whether a deny with `NotPrincipal` certainly lets this one pass: AWS may ask for the account first, then for the role, then for its
 * session, and deny what it does not find.
 * Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal", "Key points" ("you must also specify the account ARN of the
 * not-denied principal").
 */
function isWhollyNamed({ byType }: Principals, { type, value }: Principal): boolean {
  const listed = byType.AWS ?? [];
  if (type !== 'AWS' || listed.includes('*')) return true;
  const role = sessionRole(value);
  const account = value.split(':')[4];
  return (
    listed.includes(value) &&
    listed.some((name) => accountOf(name) === account) &&
    (role === undefined || listed.some((name) => roleOf(name) === role))
  );
}

/** Whether one is listed, whatever the list is for. */
export function namesPrincipal({ byType }: Principals, { type, value }: Principal): boolean {
  if (byType.AWS?.includes('*') === true) return true;
  const listed = Object.hasOwn(byType, type) ? (byType[type] ?? []) : [];
  return listed.some(
    (name) => name === value || name === '*' || (type === 'AWS' && namesAwsPrincipal(name, value)),
  );
}

function namesAwsPrincipal(name: string, value: string): boolean {
  const account = accountOf(name);
  if (account !== undefined) return value.split(':')[4] === account;
  return roleOf(name) !== undefined && roleOf(name) === sessionRole(value);
}

function accountOf(name: string): string | undefined {
  return /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
}

/** `arn:aws:iam::<account>:role/<path>/<name>` → `<account>/<name>`: a session's ARN does not hold the path. */
function roleOf(arn: string): string | undefined {
  const [, account, name] = /^arn:[^:]+:iam::(\d{12}):role\/(?:.+\/)?([^/]+)$/.exec(arn) ?? [];
  return account !== undefined && name !== undefined ? `${account}/${name}` : undefined;
}

/** `arn:aws:sts::<account>:assumed-role/<name>/<session>` → `<account>/<name>`. */
function sessionRole(arn: string): string | undefined {
  const [, account, name] =
    /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/.exec(arn) ?? [];
  return account !== undefined && name !== undefined ? `${account}/${name}` : undefined;
}
