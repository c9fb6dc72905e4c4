import {
  isJsonObject,
  parseTerraformJson,
  resolve,
  type Json,
  type JsonObject,
} from '@gatehouse/terraform-json';

import { attributeResolver } from '../attribute-resolver';
import { AuthModelError } from '../auth-model-error';
import { COMPUTED_ATTRIBUTES } from '../computed/computed-attributes';
import type { GeneratedAttributes } from '../generated-attributes';
import { symbolicAttributes } from '../symbolic-attributes';
import { providerAttributes } from './provider-attributes';

/** One resource of `terraform show -json`. */
export interface StateResource {
  readonly address: string;
  readonly mode: 'managed';
  readonly type: string;
  readonly name: string;
  readonly values: JsonObject;
}

/**
 * What Terraform would hold after applying a configuration: every reference settled, blocks as lists, every attribute that AWS
 * tells, and whatever is not set as empty as the provider writes it.
 */
export function appliedResources(
  stack: string | JsonObject,
  generated: GeneratedAttributes = symbolicAttributes,
  region = 'us-west-2',
): readonly StateResource[] {
  const graph = parseTerraformJson(stack, 'cdk.tf.json');
  const resolver = attributeResolver(graph, generated, region);
  const attribute = (address: string, name: string): Json => {
    try {
      const value = resolver({ address, attribute: name });
      return value.kind === 'known' ? value.value : null;
    } catch (error) {
      if (error instanceof AuthModelError) return `the ${name} of ${address}`;
      throw error;
    }
  };
  return [...graph.resources.values()].flatMap(({ address, mode, type, name, config }) => {
    if (mode === 'data') return [];
    const settled = resolve(config, resolver);
    const set = settled.kind === 'known' && isJsonObject(settled.value) ? settled.value : {};
    const { unset, blocks, computed } = providerAttributes(type);
    const derived = Object.keys(COMPUTED_ATTRIBUTES[type] ?? {});
    const told = [...computed, ...derived, 'id'].map(
      (name) => [name, attribute(address, name)] as const,
    );
    const values = {
      ...unset,
      ...Object.fromEntries(told),
      ...('region' in unset && { region }),
      ...asState(set, blocks),
    };
    return [{ address, mode, type, name, values }];
  });
}

/** The same as the JSON that `terraform show -json` prints. */
export function stateJson(resources: readonly StateResource[], outputs: JsonObject = {}): string {
  const values = { outputs, root_module: { resources } };
  return JSON.stringify({ format_version: '1.0', terraform_version: '1.11.4', values });
}

/** One block in a configuration is a list of one in a state. */
function asState(set: JsonObject, blocks: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(set)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, blocks.has(name) && isJsonObject(value) ? [value] : value]),
  );
}
