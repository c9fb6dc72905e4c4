import type { BlockReader } from '../block-reader';
import { asNumberWithin, asText } from '../json-types';
import type { UserGroup } from '../model-identity';
import { withoutUndefined } from '../without-undefined';
import type { Owned } from './owned';

/** Source: Cognito user pools API reference, "CreateGroup", Precedence: an integer from 0. */
const asPrecedence = asNumberWithin(0, 2 ** 31 - 1);

/** Source: Cognito user pools API reference, "CreateGroup". */
export function readUserGroup(block: BlockReader): Owned<UserGroup> {
  const group = {
    address: block.address,
    name: block.text('name'),
    ...withoutUndefined({
      description: block.optional('description', asText),
      precedence: block.value('precedence', asPrecedence),
      roleArn: block.value('role_arn', asText),
    }),
  };
  return { address: block.address, owner: block.text('user_pool_id'), value: group };
}
