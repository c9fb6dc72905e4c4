import { pairs, type Pair } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const deletionProtectionStaysOn: Rule = {
  id: 'deletion-protection-stays-on',
  title: 'Nothing keeps it from being deleted any more',
  severity: 'high',
  why: 'The next plan that replaces or destroys it goes through, and its data with it.',
  fix: 'Keep the protection. Where it is to be deleted on purpose, do that in a change of its own.',
  source:
    'Cognito Developer Guide, "User pool deletion protection"; Terraform documentation, "lifecycle" (prevent_destroy)',
  *check(input) {
    const types = new Set([...input.head.resources.values()].map(({ type }) => type));
    for (const pair of pairs(input, ...types)) yield* unprotected(pair);
  },
};

/** The argument that protects, and its value when it does. */
const PROTECTION: Readonly<Record<string, { argument: string; on: string; byDefault: string }>> = {
  aws_cognito_user_pool: { argument: 'deletion_protection', on: 'ACTIVE', byDefault: 'INACTIVE' },
  aws_dynamodb_table: {
    argument: 'deletion_protection_enabled',
    on: 'true',
    byDefault: 'false',
  },
  aws_db_instance: { argument: 'deletion_protection', on: 'true', byDefault: 'false' },
  aws_s3_bucket: { argument: 'force_destroy', on: 'false', byDefault: 'false' },
  aws_lb: { argument: 'enable_deletion_protection', on: 'true', byDefault: 'false' },
};

function* unprotected({ before, after }: Pair): Iterable<Verdict> {
  if (before === undefined) return;
  const protection = PROTECTION[after.type];
  if (protection !== undefined) {
    const { argument, on, byDefault } = protection;
    const isOn = (view: ResourceView): boolean | undefined => {
      const value = view.text(argument, byDefault);
      return value.kind === 'known' ? value.value === on : undefined;
    };
    if (isOn(before) === true && isOn(after) === false) {
      const isReversed = on === 'false';
      yield finding(
        after.address,
        say`${argument} is ${[isReversed ? 'on, and was off' : 'off, and was on']}`,
      );
    }
  }
  if (before.lifecycle.preventDestroy && !after.lifecycle.preventDestroy) {
    yield finding(after.address, ['Terraform may destroy it, and refused to']);
  }
}
