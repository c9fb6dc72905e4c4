import type { AccessMatrix, AuthModel } from '@gatehouse/auth-model';

/**
 * Words of decisions with the names of clients in place of what their sign-ins are called at identity pools, which has two ids in it:
 * `cognito-idp.us-west-2.amazonaws.com/us-west-2_AbC:1a2b` → `client web of users`.
 */
export function clientNames({
  userPools,
}: Pick<AuthModel, 'userPools'>): (words: string) => string {
  const names = userPools.flatMap(({ name, providerName, clients }) =>
    clients.map((client) => ({
      provider: `${providerName}:${client.id}`,
      words: `client ${client.name} of ${name}`,
    })),
  );
  return (text) =>
    names.reduce((said, { provider, words }) => said.replaceAll(provider, words), text);
}

/** The matrix in the same words. */
export function withClientNames(model: AuthModel, matrix: AccessMatrix): AccessMatrix {
  const named = clientNames(model);
  return {
    ...matrix,
    principals: matrix.principals.map((one) => ({ ...one, role: named(one.role) })),
    cells: matrix.cells.map((cell) => ({ ...cell, reason: named(cell.reason) })),
  };
}
