import {
  buildGraph,
  TerraformJsonError,
  type Resource,
  type ResourceGraph,
  type TerraformPlan,
} from '@gatehouse/terraform-json';

import { referredIn } from '../resource-view';

/** Whether a block that names one address means another: without a key, it means every instance. */
export function means(named: string, address: string): boolean {
  return address === named || address.startsWith(`${named}[`);
}

/** What Terraform will look after no more, and that stays as it is: by its plan, or by the `removed` blocks of a configuration. */
export function forgottenIn(
  base: ResourceGraph | undefined,
  { removals = [] }: Pick<ResourceGraph, 'removals'>,
  plan?: TerraformPlan,
): ReadonlySet<string> {
  if (plan !== undefined) {
    const forgets = plan.changes.filter(({ action }) => action === 'forget');
    return new Set(forgets.map(({ address }) => address));
  }
  const managed = [...(base?.resources.values() ?? [])].filter(({ mode }) => mode === 'managed');
  const isForgotten = ({ address }: Resource): boolean =>
    removals.some(({ from, destroys }) => !destroys && means(from, address));
  return new Set(managed.filter(isForgotten).map(({ address }) => address));
}

/**
 * What is forgotten goes on to be there, and to grant what it grants: it counts as if head had it. What refers to something that goes
 * cannot be read any more, and is left out.
 */
export function withForgotten(
  head: ResourceGraph,
  base: ResourceGraph,
  addresses: ReadonlySet<string>,
): ResourceGraph {
  let stays = [...addresses].flatMap((address) => {
    const resource = head.resources.has(address) ? undefined : base.resources.get(address);
    return resource === undefined ? [] : [resource];
  });
  const isWhole = (resource: Resource): boolean =>
    referredIn(resource).every(
      (one) => head.resources.has(one) || stays.some(({ address }) => address === one),
    );
  while (!stays.every(isWhole)) stays = stays.filter(isWhole);
  if (stays.length === 0) return head;
  try {
    return buildGraph({ ...head, resources: [...head.resources.values(), ...stays] });
  } catch (error) {
    // Two configurations together may make a circle.
    if (error instanceof TerraformJsonError) return head;
    throw error;
  }
}
