import type { BlockReader } from '../block-reader';
import type { Owned } from './owned';

export interface ApiResourcePart {
  readonly id: string;
  /** `/items/{id}`. */
  readonly path: string;
}

/** Source: API Gateway API reference, "CreateResource". */
export function readApiResource(block: BlockReader): Owned<ApiResourcePart> {
  // Both are in the path already.
  block.ignore('parent_id', 'path_part');
  block.told('path');
  const resource = { id: block.computed('id'), path: block.computed('path') };
  return { address: block.address, owner: block.text('rest_api_id'), value: resource };
}
