import { Refusal } from '../../resource/refusal';
import type { DataSourceFacts } from '../../resource/resource-facts';
import { textOf } from '../reading';
import { REGIONS } from './regions';

export const region: DataSourceFacts = {
  type: 'aws_region',
  source:
    'hashicorp/terraform-provider-aws internal/service/meta/region_data_source.go of 2026 (v6.3x), which agrees with the flags that ' +
    '@cdktf/provider-aws 21.22.1 carries of v6.25.0',
  optionalComputed: ['endpoint', 'name', 'region'],
  read(values, cloud) {
    const byEndpoint = /^ec2\.([a-z0-9-]+)\.amazonaws\.com$/.exec(textOf(values, 'endpoint') ?? '');
    const name =
      textOf(values, 'region') ?? textOf(values, 'name') ?? byEndpoint?.[1] ?? cloud.region;
    const description = REGIONS[name];
    if (description === undefined) {
      throw new Refusal(
        `finding Region by name (${name}): there is no such Region in the partition aws`,
      );
    }
    return {
      id: name,
      name,
      region: name,
      description,
      endpoint: `ec2.${name}.amazonaws.com`,
    };
  },
};
