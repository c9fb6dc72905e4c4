import type { ResourceFacts } from './resource-facts';
import { inWords, type Values } from './values';

/** What tells an object of a type from all others of the account, which Terraform's id alone does not always do. */
export function storeId({ within }: Pick<ResourceFacts, 'within'>, values: Values): string {
  const id = inWords(values.id);
  return within === undefined ? id : `${inWords(values[within])}/${id}`;
}
