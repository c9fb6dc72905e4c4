import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { blocksOf, jsonListOf, textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { bucketExists } from './bucket-exists';
import { bucketSettingId } from './bucket-setting-id';
import { websiteHost } from './website-host';

export const s3BucketWebsiteConfiguration: ResourceFacts = {
  type: 'aws_s3_bucket_website_configuration',
  source:
    'hashicorp/terraform-provider-aws internal/service/s3/bucket_website_configuration.go at 013f1736b9 (v6)',
  optionalComputed: ['routing_rule', 'routing_rules'],
  forceNew: ['bucket', 'expected_bucket_owner'],
  allowed: {
    'redirect_all_requests_to.protocol': ['http', 'https'],
    'routing_rule.redirect.protocol': ['http', 'https'],
  },
  conflict: silentOverwrite('The website configuration of bucket'),
  create: (values, cloud) => ({
    id: bucketSettingId(values),
    website_domain: websiteHost(cloud),
    website_endpoint: websiteHost(cloud),
  }),
  checks: [bucketExists, namesItsPages, rulesAreJson],
};

/** Source: S3 API Reference, PutBucketWebsite; the words are S3's. */
function namesItsPages(values: SettledValues): string | undefined {
  const [index] = blocksOf(values, 'index_document');
  const redirects = blocksOf(values, 'redirect_all_requests_to').length > 0;
  if (index === undefined) {
    if (redirects) return undefined;
    return 'InvalidArgument: A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty';
  }
  if (redirects) return '"redirect_all_requests_to": conflicts with index_document';
  const suffix = textOf(index, 'suffix');
  if (suffix !== undefined && !suffix.includes('/')) return undefined;
  return `InvalidArgument: The IndexDocument Suffix is not well formed: "${suffix ?? ''}" must be a file name without "/"`;
}

function rulesAreJson(values: SettledValues): string | undefined {
  const rules = textOf(values, 'routing_rules');
  if (rules === undefined || jsonListOf(rules) !== undefined) return undefined;
  return `"routing_rules" contains an invalid JSON: "${rules}" must be a list of rules`;
}
