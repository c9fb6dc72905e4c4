import type { TerraformStack } from 'cdktf';
import { Construct, type IValidation } from 'constructs';

import { InfraError } from '../infra-error';
import { guardedMethods } from './guarded-methods';
import { knownReferences } from './known-references';
import { lockedUserPool } from './locked-user-pool';
import { narrowPolicies } from './narrow-policies';
import { plainLifecycles } from './plain-lifecycles';
import { portablePaths } from './portable-paths';
import { stableAddresses } from './stable-addresses';
import { asRecord, StackJson } from './stack-json';

/** Each reads the whole stack and answers with sentences; none: all is well. */
const RULES = {
  'guarded-methods': guardedMethods,
  'known-references': knownReferences,
  'locked-user-pool': lockedUserPool,
  'narrow-policies': narrowPolicies,
  'plain-lifecycles': plainLifecycles,
  'portable-paths': portablePaths,
  'stable-addresses': stableAddresses,
} as const satisfies Record<string, (stack: StackJson) => readonly string[]>;

/** What the rules find in a stack, each sentence with the name of its rule. */
export function broken(stack: StackJson): readonly string[] {
  return Object.entries(RULES).flatMap(([rule, check]) =>
    check(stack).map((problem) => `${rule}: ${problem}`),
  );
}

/**
 * Stops a synthesis that would deploy something unsafe, before a byte is written. Thrown rather than answered: cdktf would
 * add to an answer how to switch validations off.
 */
export class Guardrails extends Construct implements IValidation {
  constructor(private readonly stack: TerraformStack) {
    super(stack, 'Guardrails');
    this.node.addValidation(this);
  }

  validate(): string[] {
    const json = new StackJson(asRecord(this.stack.toTerraform()));
    const problems = broken(json);
    if (problems.length === 0) return [];
    throw new InfraError(
      `infra/guardrails refuse this stack:\n${problems.map((it) => `- ${it}`).join('\n')}`,
    );
  }
}
