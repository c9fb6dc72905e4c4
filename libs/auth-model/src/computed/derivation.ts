import type { JsonObject } from '@gatehouse/terraform-json';

import type { GeneratedAttributes } from '../generated-attributes';

/** What a derivation may know besides the attributes it starts from. */
export interface Surroundings {
  readonly address: string;
  readonly region: string;
  readonly accountId: string;
  readonly generated: GeneratedAttributes;
  /** `/items/{id}` of the API Gateway resource with this id. */
  readonly apiResourcePath: (resourceId: string) => string;
}

/** How one attribute that Terraform calls computed comes about. It is known as soon as all it starts from is. */
export interface Derivation {
  readonly from: readonly string[];
  readonly make: (values: Readonly<Record<string, string>>, surroundings: Surroundings) => string;
}

/** An attribute that is made of all arguments together. */
export interface WholeDerivation {
  readonly ofAll: (values: JsonObject, address: string) => string;
}

/** `derive(['name'], ({ name }, { accountId }) => …)`. */
export function derive<Name extends string>(
  from: readonly Name[],
  make: (values: Readonly<Record<Name, string>>, surroundings: Surroundings) => string,
): Derivation {
  return { from, make };
}

/** The attribute is another one under a second name. */
export function same(attribute: string): Derivation {
  return { from: [attribute], make: (values) => values[attribute] ?? '' };
}

/** What the provider or AWS fills in when the argument is left out. */
export function byDefault(value: string): Derivation {
  return { from: [], make: () => value };
}
