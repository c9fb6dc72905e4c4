import { parseTerraformJson, type JsonObject } from '@gatehouse/terraform-json';

import type { Rule } from '../rule';
import { toPlain } from '../say';
import { toSnapshot } from '../snapshot';

/** Type → name → arguments, as in `cdk.tf.json`. */
export type Resources = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** A configuration of nothing but these resources. */
export function snapshotOf(resource: Resources, region = 'us-west-2') {
  const json: JsonObject = {
    provider: { aws: [{ region }] },
    resource: resource,
  };
  return toSnapshot(parseTerraformJson(json, 'cdk.tf.json'));
}

/**
 * What a rule says of a change, a line each: `aws_x.y: the message` or `? aws_x.y: why it cannot be known`.
 * @param base `undefined`: there was nothing
 */
export function verdictsOf(
  rule: Rule,
  base: Resources | undefined,
  head: Resources,
): readonly string[] {
  const input = {
    head: snapshotOf(head),
    moved: new Map<string, string>(),
    ...(base === undefined ? {} : { base: snapshotOf(base) }),
  };
  return [...rule.check(input)].map((verdict) =>
    verdict.kind === 'finding'
      ? `${verdict.address}: ${toPlain(verdict.message)}`
      : `? ${verdict.address}: ${toPlain(verdict.because)}`,
  );
}
