import { derive, same, type Derivation } from './derivation';

/** Source: S3 User Guide, "Website endpoints"; Service Authorization Reference for S3, SNS, CloudWatch and CloudWatch Logs (ARNs). */
export const SITE_ATTRIBUTES = {
  aws_s3_bucket: {
    id: same('bucket'),
    arn: derive(['bucket'], ({ bucket }) => `arn:aws:s3:::${bucket}`),
    bucket_region: derive([], (_, { region }) => region),
    bucket_domain_name: derive(['bucket'], ({ bucket }) => `${bucket}.s3.amazonaws.com`),
    bucket_regional_domain_name: derive(
      ['bucket'],
      ({ bucket }, { region }) => `${bucket}.s3.${region}.amazonaws.com`,
    ),
  },
  aws_s3_bucket_website_configuration: {
    id: same('bucket'),
    website_domain: derive([], (_, { region }) => `s3-website-${region}.amazonaws.com`),
    website_endpoint: derive(['bucket'], ({ bucket }, { generated, region, address }) =>
      generated.websiteEndpoint(bucket, region, address),
    ),
  },
  aws_s3_bucket_public_access_block: { id: same('bucket') },
  aws_s3_bucket_policy: { id: same('bucket') },
  aws_s3_object: { id: derive(['bucket', 'key'], ({ bucket, key }) => `${bucket}/${key}`) },
  aws_sns_topic: {
    id: same('arn'),
    arn: derive(
      ['name'],
      ({ name }, { region, accountId }) => `arn:aws:sns:${region}:${accountId}:${name}`,
    ),
  },
  aws_cloudwatch_log_group: {
    id: same('name'),
    arn: derive(
      ['name'],
      ({ name }, { region, accountId }) => `arn:aws:logs:${region}:${accountId}:log-group:${name}`,
    ),
  },
  aws_cloudwatch_metric_alarm: {
    id: same('alarm_name'),
    arn: derive(
      ['alarm_name'],
      (values, { region, accountId }) =>
        `arn:aws:cloudwatch:${region}:${accountId}:alarm:${values.alarm_name}`,
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Derivation>>>>;
