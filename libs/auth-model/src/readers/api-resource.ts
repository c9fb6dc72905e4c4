import type { BlockReader } from '../block-reader';
import { asTextLike } from '../refused-by-aws';
import type { Owned } from './owned';

export interface ApiResourcePart {
  readonly id: string;
  /** `/items/{id}`. */
  readonly path: string;
}

/** AWS's words are older than the colon, the dollar and the tilde, which it takes too. */
const asPathPart = asTextLike(
  /^(?:[\w.:$~-]+|\{[\w.:$~-]+\+?\})$/,
  "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end",
  'Make one resource for each step of the path.',
);

/** Source: API Gateway API reference, "CreateResource". */
export function readApiResource(block: BlockReader): Owned<ApiResourcePart> {
  // Both are in the path already.
  block.ignore('parent_id');
  block.value('path_part', asPathPart);
  block.told('path');
  const resource = { id: block.computed('id'), path: block.computed('path') };
  return { address: block.address, owner: block.text('rest_api_id'), value: resource };
}
