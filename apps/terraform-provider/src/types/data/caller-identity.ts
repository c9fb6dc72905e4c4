import type { DataSourceFacts } from '../../resource/resource-facts';

export const callerIdentity: DataSourceFacts = {
  type: 'aws_caller_identity',
  source:
    'hashicorp/terraform-provider-aws internal/service/sts/caller_identity_data_source.go at 07e0d0b (2025, v6)',
  read: (_values, { accountId }) => ({
    id: accountId,
    account_id: accountId,
    arn: `arn:aws:iam::${accountId}:user/gatehouse-stand-in`,
    // The unique id of a user in AWS's own examples. Source: IAM User Guide, "IAM identifiers".
    user_id: 'AIDACKCEVSQ6C2EXAMPLE',
  }),
};
