import { isDeepStrictEqual } from 'node:util';

import { ALLOWED_SETTINGS } from './allowed';
import { blocksOf, isObject, labelsOf, quoted, refuseOthers, type Json, type Refuse } from './json';

/** One block of settings, with the base branch's own providers: a missing one would let Terraform take the newest of whatever is used. */
export function gateTerraform(
  terraform: Json | undefined,
  requiredProviders: Json,
  refuse: Refuse,
): void {
  if (!isObject(terraform)) {
    refuse('The stack must have one section "terraform", which pins its providers.');
    return;
  }
  refuseOthers(terraform, ALLOWED_SETTINGS, 'terraform', refuse);
  if (!isDeepStrictEqual(terraform.required_providers, requiredProviders))
    refuse(
      `terraform.required_providers must be as the base branch has it, and is ${quoted(JSON.stringify(terraform.required_providers ?? null))}. Change it in a pull request of its own, and merge it without a plan.`,
    );
  gateBackend(terraform.backend, refuse);
}

/** The state is wherever the workflow says; a stack may name a file, which is not looked at. */
function gateBackend(backend: Json | undefined, refuse: Refuse): void {
  for (const [name, value] of labelsOf(backend, 'terraform.backend', refuse)) {
    if (name !== 'local')
      refuse(`terraform.backend.${quoted(name)} is not on the list of what a plan may see.`);
    for (const block of blocksOf(value, 'terraform.backend.local', refuse))
      refuseOthers(block, ['path'], 'terraform.backend.local', refuse);
  }
}
