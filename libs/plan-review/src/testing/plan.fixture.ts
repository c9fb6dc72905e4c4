import {
  parseTerraformPlan,
  type Json,
  type JsonObject,
  type TerraformPlan,
} from '@gatehouse/terraform-json';

/** One entry of `resource_changes`, in the words of Terraform. */
export interface PlannedChange {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
  readonly after_unknown?: Json;
  readonly before_sensitive?: Json;
  readonly after_sensitive?: Json;
  readonly replace_paths?: readonly (readonly (string | number)[])[];
  readonly previous_address?: string;
  readonly deposed?: string;
}

/** A plan of nothing but these changes, as `terraform show -json` would print it. */
export function planJson(changes: readonly PlannedChange[], more: JsonObject = {}): JsonObject {
  const valuesOf = (key: 'before' | 'after'): Json[] =>
    changes.flatMap((change) => {
      const values = change[key];
      return values === undefined || values === null || change.deposed !== undefined
        ? []
        : [{ ...named(change.address), values }];
    });
  return {
    format_version: '1.2',
    resource_changes: changes.map(({ address, previous_address, deposed, ...change }) => ({
      ...named(address),
      ...(previous_address === undefined ? {} : { previous_address }),
      ...(deposed === undefined ? {} : { deposed }),
      change: { before: null, after: null, ...change },
    })),
    prior_state: { values: { root_module: { resources: valuesOf('before') } } },
    planned_values: { root_module: { resources: valuesOf('after') } },
    configuration: {
      provider_config: { aws: { expressions: { region: { constant_value: 'us-west-2' } } } },
    },
    ...more,
  };
}

export function planOf(changes: readonly PlannedChange[], more?: JsonObject): TerraformPlan {
  return parseTerraformPlan(planJson(changes, more), 'plan.json');
}

function named(address: string): JsonObject {
  const [type = '', name = ''] = address.split('.');
  return { address, mode: 'managed', type, name: name.replace(/\[.*$/, '') };
}
