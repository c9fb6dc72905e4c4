import { byBytes } from './go-json';

export interface PrincipalBlock {
  readonly type: string;
  /** A single one stands bare; several are sorted. */
  readonly identifiers: string | readonly string[];
}

/**
 * Principals of one type are joined; only `{"*": "*"}` becomes `"*"`, since IAM takes that for something else than `{"AWS": "*"}`.
 * Source: provider's internal/service/iam/policy_model.go, iamPolicyStatementPrincipalSet.MarshalJSON.
 */
export function writePrincipals(blocks: readonly PrincipalBlock[]): unknown {
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === '*' && [only.identifiers].flat().join() === '*') {
    return '*';
  }
  const byType = new Map<string, string | readonly string[]>();
  for (const { type, identifiers } of blocks) {
    const before = byType.get(type);
    if (typeof identifiers === 'string') {
      byType.set(type, before === undefined ? identifiers : [...[before].flat(), identifiers]);
    } else {
      byType.set(type, [...[before ?? []].flat(), ...descending(identifiers)]);
    }
  }
  return Object.fromEntries([...byType].sort(([a], [b]) => byBytes(a, b)));
}

/** From the last to the first. Source: same file, policyDecodeConfigStrings. */
export function descending(strings: readonly string[]): readonly string[] {
  return [...strings].sort((a, b) => byBytes(b, a));
}
