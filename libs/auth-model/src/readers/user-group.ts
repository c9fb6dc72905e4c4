import type { BlockReader } from '../block-reader';
import { asNumber, asText } from '../json-types';
import type { UserGroup } from '../model-identity';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

/** Source: Cognito user pools API reference, "CreateGroup". */
export function readUserGroup(block: BlockReader): Owned<UserGroup> {
  const group = {
    address: block.address,
    name: block.text('name'),
    ...withoutUndefined({
      description: block.optional('description', asText),
      precedence: block.value('precedence', asNumber),
      roleArn: block.value('role_arn', asText),
    }),
  };
  return { address: block.address, owner: block.text('user_pool_id'), value: group };
}
