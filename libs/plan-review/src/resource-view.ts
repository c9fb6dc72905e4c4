import type { Expression, Resolver, Resource } from '@gatehouse/terraform-json';

import { Block } from './block';

/** One resource, to be read by rules. */
export class ResourceView extends Block {
  readonly address: string;
  readonly mode: Resource['mode'];
  readonly type: string;
  readonly name: string;
  /** `gatehouse-dev/Api/Secure`; only a synthesized stack has it. */
  readonly constructPath: string | undefined;
  readonly lifecycle: Resource['lifecycle'];

  constructor(resource: Resource, resolver: Resolver) {
    super(resource.config, resolver);
    this.address = resource.address;
    this.mode = resource.mode;
    this.type = resource.type;
    this.name = resource.name;
    this.constructPath = resource.constructPath;
    this.lifecycle = resource.lifecycle;
  }

  /** The addresses that an argument refers to; of a state, none. */
  referencesIn(argument: string): readonly string[] {
    const addresses: string[] = [];
    collectReferred(this.at(argument), addresses);
    return addresses;
  }
}

/** The addresses that a resource refers to anywhere. */
export function referredIn({
  config,
  dependsOn,
  lifecycle,
}: Pick<Resource, 'config' | 'dependsOn' | 'lifecycle'>): readonly string[] {
  const addresses = [...dependsOn];
  collectReferred(config, addresses);
  const triggers = lifecycle.replaceTriggeredBy.map(
    (trigger) => /^[^.]+\.[^.]+/.exec(trigger)?.[0] ?? trigger,
  );
  return [...addresses, ...triggers];
}

/** Into `addresses`, each as often as it stands there. */
export function collectReferred(expression: Expression | undefined, addresses: string[]): void {
  switch (expression?.kind) {
    case 'reference':
      addresses.push(expression.reference.address);
      break;
    case 'template':
      for (const part of expression.parts) {
        if (typeof part !== 'string') addresses.push(part.address);
      }
      break;
    case 'call':
      for (const argument of expression.args) collectReferred(argument, addresses);
      break;
    case 'list':
      for (const item of expression.items) collectReferred(item, addresses);
      break;
    case 'object':
      for (const entry of Object.values(expression.entries)) collectReferred(entry, addresses);
  }
}
