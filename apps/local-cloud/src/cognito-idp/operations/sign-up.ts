import { randomUUID } from 'node:crypto';

import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import { AwsError } from '../../http/json-error';
import { srpNameOf, usernameKey } from '../pool-directory';
import { missingParameter, notAuthorized } from '../refusals';
import type { IdpServices } from '../services';
import { makeVerifier } from '../srp/password-verifier';
import type { UserAttributes } from '../store/user-store';
import { assertFitsSchema, assertWritable } from '../users/attribute-schema';
import { assertFollowsPolicy } from '../users/password-policy';
import {
  ATTRIBUTE_LIST,
  CALLER_CONTEXT,
  CLIENT_ID,
  SECRET_HASH,
  TEXT_MAP,
  USERNAME,
} from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['ClientId', 'Username'],
  members: {
    ClientId: CLIENT_ID,
    SecretHash: SECRET_HASH,
    Username: USERNAME,
    // The service wants 6 characters before it looks at the pool's policy; the model no longer says so.
    Password: { kind: 'string', min: 6, max: 256, pattern: '[\\S]+', sensitive: true },
    UserAttributes: ATTRIBUTE_LIST,
    ValidationData: ATTRIBUTE_LIST,
    ...CALLER_CONTEXT,
    ClientMetadata: TEXT_MAP,
  },
} as const;

type Services = Pick<IdpServices, 'pools' | 'users' | 'codeDelivery'>;

export const SignUp = define(INPUT, signUp);

function signUp(services: Services, input: Parsed<typeof INPUT>): OperationAnswer {
  const { pools, users, codeDelivery } = services;
  const { pool, client } = pools.client(input.ClientId, input.SecretHash);
  if (pool.adminCreateUserOnly) throw notAuthorized('SignUp is not permitted for this user pool');
  if (input.Password === undefined) throw missingParameter('Password');
  const attributes = toAttributes(input.UserAttributes ?? []);
  assertWritable(client, attributes.keys());
  assertFitsSchema(pool, attributes);
  assertFollowsPolicy(pool.passwordPolicy, input.Password);
  const username = usernameKey(pool, input.Username);
  if (users.find(pool.id, username) !== undefined) {
    throw new AwsError('UsernameExistsException', 'User already exists');
  }

  const user = { poolId: pool.id, username, sub: randomUUID(), status: 'UNCONFIRMED' as const };
  const verifier = makeVerifier(
    { poolName: srpNameOf(pool), userIdForSrp: username },
    input.Password,
  );
  const email = pool.autoVerifiedAttributes.includes('email') ? attributes.get('email') : undefined;
  const unverified = email ? new Map([...attributes, ['email_verified', 'false']]) : attributes;
  const delivery = users.insert({ ...user, ...verifier }, unverified, () =>
    email ? codeDelivery.send(pool, { ...user, email }) : undefined,
  );
  return {
    output: {
      UserConfirmed: false,
      UserSub: user.sub,
      ...(delivery && { CodeDeliveryDetails: delivery }),
    },
    decision: `"${username}" is signed up, ${delivery ? 'a code was mailed' : 'without an email to confirm'}`,
  };
}

/** The last of several values wins. */
function toAttributes(list: readonly { Name: string; Value?: string }[]): UserAttributes {
  return new Map(list.map(({ Name, Value = '' }) => [Name, Value]));
}
