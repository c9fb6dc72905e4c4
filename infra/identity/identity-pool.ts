import { CognitoIdentityPool } from '@cdktf/provider-aws/lib/cognito-identity-pool';
import { Construct } from 'constructs';

import type { Environment } from '../environment';
import type { Names } from '../names';
import type { UserPool } from './user-pool';
import type { UserPoolClient } from './user-pool-client';

export interface IdentityPoolProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
}

/** Exchanges an ID token for temporary AWS credentials. */
export class IdentityPool extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, props: IdentityPoolProps) {
    super(scope, id);
    const pool = new CognitoIdentityPool(this, 'Resource', {
      identityPoolName: props.names.of('identities'),
      allowUnauthenticatedIdentities: false,
      allowClassicFlow: false,
      cognitoIdentityProviders: [
        {
          providerName: props.userPool.providerName,
          clientId: props.client.id,
          // Someone who signed out everywhere gets no credentials for a token that has not run out yet.
          serverSideTokenCheck: true,
        },
      ],
      // Identity ids are what an application files its data under: a new pool is new people.
      lifecycle: { preventDestroy: props.environment.protect },
    });
    pool.overrideLogicalId('identities');
    this.id = pool.id;
  }
}
