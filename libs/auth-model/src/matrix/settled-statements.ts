import type { DecidingStatement, PolicyDocument } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

export interface SettledPolicy {
  readonly name: string;
  readonly document: Value<PolicyDocument>;
}

/** The statements of those policies that are known, each with where it stands. */
export function settledStatements(
  policies: readonly SettledPolicy[],
): readonly DecidingStatement[] {
  return policies.flatMap(({ name, document }) =>
    document.kind === 'known'
      ? document.value.statements.map((statement, index) => ({ policy: name, index, statement }))
      : [],
  );
}
