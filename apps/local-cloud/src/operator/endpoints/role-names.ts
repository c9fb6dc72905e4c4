import type { Role } from '@gatehouse/auth-model';

/** Names the roles of a stack; the ARN stands for one that is not part of it. */
export function roleNames(roles: readonly Pick<Role, 'arn' | 'name'>[]): (arn: string) => string {
  return (arn) => roles.find((role) => role.arn === arn)?.name ?? arn;
}
