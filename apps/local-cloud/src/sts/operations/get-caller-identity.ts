import type { AuthModel } from '@gatehouse/auth-model';

import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import { sessionArn, sessionUserId } from '../../cognito-identity/session';
import type { QueryAnswer } from '../query-protocol';

/** Who signed: it needs no permission. Source: AWS STS API reference, "GetCallerIdentity". */
export function getCallerIdentity(
  { accountId }: Pick<AuthModel, 'accountId'>,
  caller: TemporaryCredentials,
): QueryAnswer {
  const Arn = sessionArn(caller, accountId);
  return {
    result: { Arn, UserId: sessionUserId(caller), Account: accountId },
    decision: `the signature is of ${Arn}`,
  };
}
