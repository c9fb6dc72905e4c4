import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketWebsiteConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-website-configuration';
import { Construct } from 'constructs';

import type { Environment } from '../environment';
import { InfraError } from '../infra-error';
import type { Names } from '../names';

export interface WebsiteBucketProps {
  readonly environment: Environment;
  readonly names: Names;
}

/** A bucket that is a website: everyone may read its objects, nobody may list or write them. */
export class WebsiteBucket extends Construct {
  readonly bucketName: string;
  /** `http://…`, as a browser names it in `Origin`. */
  readonly origin: string;
  private readonly bucket: S3Bucket;

  constructor(scope: Construct, id: string, { environment, names }: WebsiteBucketProps) {
    super(scope, id);
    assertPlainHttpAccepted(environment);
    this.bucket = this.makeBucket(environment, names);
    this.letEveryoneRead(this.allowPublicPolicies());
    this.bucketName = this.bucket.bucket;
    this.origin = `http://${this.serveAsWebsite().websiteEndpoint}`;
  }

  /** Bucket names are one namespace for all of AWS: the account id makes this one ours. */
  private makeBucket({ protect }: Environment, names: Names): S3Bucket {
    const account = new DataAwsCallerIdentity(this, 'Account');
    account.overrideLogicalId('current');
    const bucket = new S3Bucket(this, 'Bucket', {
      bucket: `${names.of('site')}-${account.accountId}`,
      forceDestroy: !protect,
    });
    bucket.overrideLogicalId('site');
    return bucket;
  }

  /**
   * New buckets block public policies, so the block must be gone before the policy comes. A block of the whole account would
   * still win: an account that must have one cannot host an S3 website.
   */
  private allowPublicPolicies(): S3BucketPublicAccessBlock {
    const ownership = new S3BucketOwnershipControls(this, 'Ownership', {
      bucket: this.bucket.id,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    return new S3BucketPublicAccessBlock(this, 'PublicAccess', {
      bucket: this.bucket.id,
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: false,
      restrictPublicBuckets: false,
      dependsOn: [ownership],
    });
  }

  private letEveryoneRead(publicAccess: S3BucketPublicAccessBlock): void {
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'EveryoneReadsTheWebsite',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: `${this.bucket.arn}/*`,
        },
      ],
    };
    new S3BucketPolicy(this, 'Policy', {
      bucket: this.bucket.id,
      policy: JSON.stringify(policy),
      dependsOn: [publicAccess],
    });
  }

  /**
   * Every unknown path answers with the page, which knows its own routes. The status is 403 and not 404: to those who may not
   * list a bucket, S3 does not say which keys it lacks. Source: S3 API Reference, GetObject, "Permissions".
   */
  private serveAsWebsite(): S3BucketWebsiteConfiguration {
    return new S3BucketWebsiteConfiguration(this, 'Website', {
      bucket: this.bucket.id,
      indexDocument: { suffix: 'index.html' },
      errorDocument: { key: 'index.html' },
    });
  }
}

function assertPlainHttpAccepted({ name, acceptsPlainHttp }: Environment): void {
  if (acceptsPlainHttp !== undefined && acceptsPlainHttp.because.trim() !== '') return;
  throw new InfraError(
    `Environment "${name}" would publish its client over plain HTTP, as S3 websites do: put TLS in front, or set ` +
      `acceptsPlainHttp with a reason in infra/environments.ts.`,
  );
}
