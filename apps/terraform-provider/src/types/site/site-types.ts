import type { ResourceFacts } from '../../resource/resource-facts';
import { s3Bucket } from './s3-bucket';
import { s3BucketOwnershipControls } from './s3-bucket-ownership-controls';
import { s3BucketPolicy } from './s3-bucket-policy';
import { s3BucketPublicAccessBlock } from './s3-bucket-public-access-block';
import { s3BucketServerSideEncryptionConfiguration } from './s3-bucket-server-side-encryption-configuration';
import { s3BucketVersioning } from './s3-bucket-versioning';
import { s3BucketWebsiteConfiguration } from './s3-bucket-website-configuration';
import { s3Object } from './s3-object';

export const SITE_TYPES: readonly ResourceFacts[] = [
  s3Bucket,
  s3BucketOwnershipControls,
  s3BucketPolicy,
  s3BucketPublicAccessBlock,
  s3BucketServerSideEncryptionConfiguration,
  s3BucketVersioning,
  s3BucketWebsiteConfiguration,
  s3Object,
];
