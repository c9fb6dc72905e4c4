import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import { simulatedDeliveryDetails } from '../mail/code-delivery';
import { usernameKey } from '../pool-directory';
import { invalidParameter, userNotFound } from '../refusals';
import type { IdpServices } from '../services';
import { CALLER_CONTEXT, CLIENT_ID, SECRET_HASH, TEXT_MAP, USERNAME } from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['ClientId', 'Username'],
  members: {
    ClientId: CLIENT_ID,
    SecretHash: SECRET_HASH,
    ...CALLER_CONTEXT,
    Username: USERNAME,
    ClientMetadata: TEXT_MAP,
  },
} as const;

type Services = Pick<IdpServices, 'pools' | 'users' | 'codeDelivery' | 'resendLimit' | 'secretOf'>;

export const ResendConfirmationCode = define(INPUT, resendConfirmationCode);

function resendConfirmationCode(services: Services, input: Parsed<typeof INPUT>): OperationAnswer {
  const { pools, users, codeDelivery, resendLimit, secretOf } = services;
  const { pool, client } = pools.client(input.ClientId, input.SecretHash);
  const username = usernameKey(pool, input.Username);
  resendLimit(pool.id, username);
  const user = users.find(pool.id, username);
  if (user === undefined) {
    if (client.preventUserExistenceErrors === 'LEGACY') {
      throw userNotFound('Username/client id combination not found.');
    }
    const details = simulatedDeliveryDetails(secretOf(pool.id), username);
    return {
      output: { CodeDeliveryDetails: details },
      decision: `nobody is called "${username}", answered as if`,
    };
  }
  if (user.status === 'CONFIRMED') throw invalidParameter('User is already confirmed.');
  const email = users.attributesOf(user).get('email');
  if (!email || !pool.autoVerifiedAttributes.includes('email')) {
    throw invalidParameter('Cannot resend codes. Auto verification not turned on.');
  }
  return {
    output: { CodeDeliveryDetails: codeDelivery.send(pool, { ...user, email }) },
    decision: `a new code was mailed to "${username}"`,
  };
}
