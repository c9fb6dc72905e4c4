import { CognitoUserPoolClient } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { Construct } from 'constructs';

import type { Environment } from '../environment';
import type { Names } from '../names';
import type { UserAttribute } from './user-attributes';
import type { UserPool } from './user-pool';

export interface UserPoolClientProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly userPool: UserPool;
  readonly userAttributes: readonly UserAttribute[];
}

/** The website as the user pool knows it: no secret (a browser keeps none), sign-in by SRP and refresh only. */
export class UserPoolClient extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, props: UserPoolClientProps) {
    super(scope, id);
    const { sessions } = props.environment;
    const attributes = props.userAttributes.map(({ name }) => name);
    const client = new CognitoUserPoolClient(this, 'Resource', {
      name: props.names.of('client'),
      userPoolId: props.userPool.id,
      generateSecret: false,
      explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
      supportedIdentityProviders: ['COGNITO'],
      readAttributes: [...attributes, 'email_verified'].sort(),
      writeAttributes: [...attributes].sort(),
      // Units beside every number: left out, the provider and the API read them differently.
      idTokenValidity: sessions.idTokenMinutes,
      accessTokenValidity: sessions.accessTokenMinutes,
      refreshTokenValidity: sessions.refreshTokenDays,
      tokenValidityUnits: [{ idToken: 'minutes', accessToken: 'minutes', refreshToken: 'days' }],
      authSessionValidity: sessions.challengeMinutes,
      // An unknown user and a wrong password must look the same.
      preventUserExistenceErrors: 'ENABLED',
      enableTokenRevocation: true,
    });
    client.overrideLogicalId('client');
    this.id = client.id;
  }
}
