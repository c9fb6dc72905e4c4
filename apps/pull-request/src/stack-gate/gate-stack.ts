import { ALLOWED_SECTIONS } from './allowed';
import { gateProviders } from './gate-providers';
import { gateResources } from './gate-resources';
import { gateStatements } from './gate-statements';
import { gateTerraform } from './gate-terraform';
import { gateTexts } from './gate-texts';
import { refuseOthers, type Json } from './json';
import { readStack } from './read-stack';

export interface GateOptions {
  /** `terraform.required_providers` as the base branch has it: `{ aws: { source, version } }`. */
  readonly requiredProviders: Json;
}

/**
 * May `terraform plan` see this stack, with credentials at hand? Reads Terraform JSON only; whatever the gate does not know is refused.
 * @param bytes of a `cdk.tf.json`
 * @returns why not, a sentence of ASCII each; nothing: it may
 */
export function gateStack(bytes: Uint8Array, options: GateOptions): readonly string[] {
  const read = readStack(bytes);
  if (!read.ok) return [read.because];
  const { stack } = read;
  const refusals: string[] = [];
  const refuse = (sentence: string): void => {
    refusals.push(sentence);
  };
  refuseOthers(stack, ALLOWED_SECTIONS, 'stack', refuse);
  gateTerraform(stack.terraform, options.requiredProviders, refuse);
  const names = gateProviders(stack.provider, refuse);
  gateResources(stack, names, refuse);
  gateStatements(stack, refuse);
  gateTexts(stack, refuse);
  return refusals;
}
