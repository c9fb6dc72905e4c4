import type { RuntimeConfig } from '@gatehouse/access';
import { S3Object } from '@cdktf/provider-aws/lib/s3-object';
import { Construct } from 'constructs';

import type { Api } from '../api/api';
import type { Environment } from '../environment';
import type { IdentityPool } from '../identity/identity-pool';
import type { UserPool } from '../identity/user-pool';
import type { UserPoolClient } from '../identity/user-pool-client';
import { cacheControl } from './cache-control';
import type { ClientFiles } from './client-files';
import type { WebsiteBucket } from './website-bucket';

export interface RuntimeConfigFileProps {
  readonly environment: Environment;
  readonly site: WebsiteBucket;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  readonly identityPool: IdentityPool;
  readonly api: Api;
  readonly after: ClientFiles;
}

/** `/config.json`: tells one and the same client build where it is. */
export class RuntimeConfigFile extends Construct {
  constructor(scope: Construct, id: string, props: RuntimeConfigFileProps) {
    super(scope, id);
    const config: RuntimeConfig = {
      region: props.environment.region,
      userPoolId: props.userPool.id,
      userPoolClientId: props.client.id,
      identityPoolId: props.identityPool.id,
      apiUrl: props.api.url,
      apiKey: props.api.keyValue,
    };
    new S3Object(this, 'Object', {
      bucket: props.site.bucketName,
      key: 'config.json',
      content: JSON.stringify(config),
      contentType: 'application/json; charset=utf-8',
      cacheControl: cacheControl('config.json'),
      dependsOn: [...props.after.objects],
    });
  }
}
