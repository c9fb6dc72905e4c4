import type { DataSourceFacts } from '../../resource/resource-facts';

export const partition: DataSourceFacts = {
  type: 'aws_partition',
  source:
    'hashicorp/terraform-provider-aws internal/service/meta/partition_data_source.go at 0413c66 (2026, v6.3x)',
  read: () => ({
    id: 'aws',
    partition: 'aws',
    dns_suffix: 'amazonaws.com',
    reverse_dns_prefix: 'com.amazonaws',
  }),
};
