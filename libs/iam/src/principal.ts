import type { AccessRequest } from './decision';
import type { Principals } from './policy-document';

type Principal = NonNullable<AccessRequest['principal']>;

/** An unsigned request: only `"*"` and `{"AWS": "*"}` name it. */
export const ANONYMOUS: Principal = { type: 'AWS', value: '*' };

/**
 * Whether a principal element names who asks. `"*"` and `{"AWS": "*"}` are everyone, unsigned requests included. An account, by id or
 * root ARN, is everyone in it; a role is its sessions too. Principals know no partial wildcards.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function matchesPrincipals(principals: Principals, principal: Principal): boolean {
  return principals.negated !== names(principals, principal);
}

function names({ byType }: Principals, { type, value }: Principal): boolean {
  if (byType.AWS?.includes('*') === true) return true;
  const listed = Object.hasOwn(byType, type) ? (byType[type] ?? []) : [];
  return listed.some(
    (name) => name === value || name === '*' || (type === 'AWS' && namesAwsPrincipal(name, value)),
  );
}

function namesAwsPrincipal(name: string, value: string): boolean {
  const account = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
  if (account !== undefined) return value.split(':')[4] === account;
  return roleOf(name) !== undefined && roleOf(name) === sessionRole(value);
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
