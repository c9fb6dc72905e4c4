import {
  describeReference,
  known,
  type ResourceGraph,
  type Resolver,
} from '@gatehouse/terraform-json';

import { attributeResolver } from './attribute-resolver';
import { AuthModelError } from './auth-model-error';
import { symbolicAttributes } from './symbolic-attributes';

/**
 * Settles every reference for who wants to read a stack of anybody: as the model does where that knows it, and otherwise as the
 * symbol `${aws_x.y.z}`, so that the text around it can still be read.
 */
export function symbolicResolver(graph: ResourceGraph): Resolver {
  const resolver = attributeResolver(graph, symbolicAttributes, regionOf(graph), true);
  return (reference) => {
    const symbol = known(`\${${describeReference(reference)}}`);
    try {
      const value = resolver(reference);
      const isPlanned = graph.kind === 'plan' && value.kind === 'unknown';
      return value.kind === 'known' || isPlanned ? value : symbol;
    } catch (error) {
      if (error instanceof AuthModelError) return symbol;
      throw error;
    }
  };
}

/** As the default provider has it written out, or a symbol. */
export function regionOf({ providers }: ResourceGraph): string {
  const provider = providers.find(({ type, alias }) => type === 'aws' && alias === undefined);
  const region = provider?.config.entries.region;
  const value = region?.kind === 'literal' ? region.value : undefined;
  return typeof value === 'string' ? value : '${region}';
}
