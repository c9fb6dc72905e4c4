import type { TemporaryCredentials } from '../../cognito-identity/credentials';

/** `gatehouse-dev-admin (preferred role)`: which role, and why this one. */
export function describeCaller({
  role,
  choice,
}: Pick<TemporaryCredentials, 'role' | 'choice'>): string {
  return choice.kind === 'role'
    ? `${role.name} (${choice.because.replaceAll('-', ' ')})`
    : role.name;
}
