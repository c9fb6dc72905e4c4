import type { UserPoolClient } from '@gatehouse/auth-model';

import { NotEmulatedError } from '../../http/json-error';
import type { OperationAnswer } from '../../http/json-protocol';
import type { Parsed } from '../../http/json-shape';
import { refreshByAuthFlow } from '../flows/refresh-token-auth';
import { startSrp } from '../flows/user-srp-auth';
import type { PoolClient } from '../pool-directory';
import { invalidParameter } from '../refusals';
import type { IdpServices } from '../services';
import { CALLER_CONTEXT, CLIENT_ID, SESSION, TEXT_MAP } from '../wire-shapes';
import { define } from './definition';

const INPUT = {
  kind: 'structure',
  required: ['AuthFlow', 'ClientId'],
  members: {
    AuthFlow: {
      kind: 'string',
      values: [
        'USER_SRP_AUTH',
        'REFRESH_TOKEN_AUTH',
        'REFRESH_TOKEN',
        'CUSTOM_AUTH',
        'ADMIN_NO_SRP_AUTH',
        'USER_PASSWORD_AUTH',
        'ADMIN_USER_PASSWORD_AUTH',
        'USER_AUTH',
      ],
    },
    AuthParameters: { ...TEXT_MAP, value: { ...TEXT_MAP.value, sensitive: true } },
    ClientMetadata: TEXT_MAP,
    ClientId: CLIENT_ID,
    ...CALLER_CONTEXT,
    Session: SESSION,
  },
} as const;

type Input = Parsed<typeof INPUT>;

export const InitiateAuth = define(INPUT, initiateAuth);

async function initiateAuth(services: IdpServices, input: Input): Promise<OperationAnswer> {
  const parameters = input.AuthParameters ?? new Map<string, string>();
  const where = services.pools.client(input.ClientId, parameters.get('SECRET_HASH'));
  switch (input.AuthFlow) {
    case 'USER_SRP_AUTH':
      assertEnabled(where, input.AuthFlow, 'USER_SRP_AUTH is not enabled for the client.');
      return startSrp(services, where, parameters);
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN':
      assertRefreshable(where);
      return refreshByAuthFlow(services, where, parameters);
    case 'ADMIN_NO_SRP_AUTH':
    case 'ADMIN_USER_PASSWORD_AUTH':
      throw invalidParameter('Initiate Auth method not supported.');
    case 'CUSTOM_AUTH':
      assertEnabled(where, input.AuthFlow, 'CUSTOM_AUTH is not enabled for the client.');
      throw flowNotEmulated(input.AuthFlow);
    case 'USER_PASSWORD_AUTH':
    case 'USER_AUTH':
      assertEnabled(where, input.AuthFlow, `${input.AuthFlow} flow not enabled for this client`);
      throw flowNotEmulated(input.AuthFlow);
  }
}

/** What a client may do that names no flow. Source: CreateUserPoolClient, ExplicitAuthFlows. */
const DEFAULT_FLOWS = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

function isEnabled({ explicitAuthFlows }: UserPoolClient, flow: string): boolean {
  const enabled = explicitAuthFlows.length === 0 ? DEFAULT_FLOWS : explicitAuthFlows;
  return enabled.includes(`ALLOW_${flow}`);
}

function assertEnabled({ client }: PoolClient, flow: string, refusal: string): void {
  if (!isEnabled(client, flow)) {
    throw invalidParameter(refusal, `${client.address} allows ${allowed(client)}`);
  }
}

/** Rotation and this flow exclude each other. Source: "Refresh token rotation", Cognito developer guide. */
function assertRefreshable(where: PoolClient): void {
  const refusal = 'REFRESH_TOKEN_AUTH is not enabled for the client.';
  assertEnabled(where, 'REFRESH_TOKEN_AUTH', refusal);
  if (where.client.refreshTokenRotationGraceSeconds !== undefined) {
    throw invalidParameter(refusal, 'its refresh tokens rotate: use GetTokensFromRefreshToken');
  }
}

function allowed({ explicitAuthFlows }: UserPoolClient): string {
  return explicitAuthFlows.length === 0 ? 'the default flows' : explicitAuthFlows.join(', ');
}

function flowNotEmulated(flow: string): NotEmulatedError {
  return new NotEmulatedError(
    `The ${flow} flow is not emulated by the local cloud. To add it: a file in apps/local-cloud/src/cognito-idp/flows and a line in operations/initiate-auth.ts.`,
  );
}
