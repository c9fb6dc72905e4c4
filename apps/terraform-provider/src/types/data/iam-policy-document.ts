import { crc32 } from 'node:zlib';

import type { DataSourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { listOf } from '../reading';
import { goJson } from './go-json';
import { policyFromBlocks } from './policy-from-blocks';
import { policyFromJson } from './policy-from-json';
import { mergePolicies, refuseTwinSids, type WrittenPolicy } from './written-policy';

const INDENT = '  ';

export const iamPolicyDocument: DataSourceFacts = {
  type: 'aws_iam_policy_document',
  source:
    'hashicorp/terraform-provider-aws internal/service/iam/policy_document_data_source.go at 04e9356 (2024, v5), which the changelog of v6.0.0 to ' +
    'v6.25.0 does not change, and policy_model.go at 084fd7b (2026, v6.3x); computed flags as @cdktf/provider-aws 21.22.1 carries them of v6.25.0',
  defaults: { 'statement.effect': 'Allow', version: '2012-10-17' },
  read(values) {
    const sources = documents(values, 'source');
    refuseTwinSids(
      sources.flatMap(({ Statement: statements = [] }) => statements),
      (sid) =>
        `merging source documents: duplicate Sid (${sid}) in source_policy_documents. Remove the Sid or ensure Sids are unique.`,
    );
    const merged = mergePolicies([
      ...sources,
      policyFromBlocks(values),
      ...documents(values, 'override'),
    ]);
    const json = goJson(merged, INDENT);
    return { id: String(crc32(json)), json, minified_json: goJson(merged) };
  },
};

function documents(values: SettledValues, kind: 'source' | 'override'): readonly WrittenPolicy[] {
  return listOf(values[`${kind}_policy_documents`]).flatMap((json, index) =>
    typeof json === 'string' ? [policyFromJson(json, `${kind} document ${index}`)] : [],
  );
}
