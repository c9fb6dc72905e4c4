import type { DataSourceFacts } from '../../resource/resource-facts';
import { callerIdentity } from './caller-identity';
import { iamPolicyDocument } from './iam-policy-document';
import { partition } from './partition';
import { region } from './region';

export const DATA_SOURCES: readonly DataSourceFacts[] = [
  callerIdentity,
  region,
  partition,
  iamPolicyDocument,
];
