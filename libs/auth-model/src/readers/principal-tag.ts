import type { BlockReader } from '../block-reader';
import { asMapOf, asText } from '../json-types';
import type { PrincipalTagMapping } from '../model-identity';
import type { Owned } from './owned';

/** Source: Cognito Developer Guide, "Using attributes for access control" (default mappings). */
const DEFAULT_CLAIM_OF_TAG = { username: 'sub', client: 'aud' } as const;

/** Source: Cognito identity pools API reference, "SetPrincipalTagAttributeMap". */
export function readPrincipalTagMapping(block: BlockReader): Owned<PrincipalTagMapping> {
  const own = block.optional('principal_tags', asMapOf(asText)) ?? {};
  const value = {
    providerName: block.text('identity_provider_name'),
    claimOfTag: block.boolean('use_defaults', false) ? DEFAULT_CLAIM_OF_TAG : own,
  };
  return { address: block.address, owner: block.text('identity_pool_id'), value };
}
