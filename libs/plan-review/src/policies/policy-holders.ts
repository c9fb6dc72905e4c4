import type { Role } from '@gatehouse/auth-model';
import type { PolicyDocument, Statement } from '@gatehouse/iam';
import type { Value } from '@gatehouse/terraform-json';

import type { Snapshot } from '../snapshot';
import { resourcePolicies } from './resource-policies';

/** Something that policies hang on, with all that they say together, in however many documents it stands. */
export interface PolicyHolder {
  /** Of the role, the bucket, the API, or the resource that holds the policy. */
  readonly address: string;
  /** `trust`: who may become a role; `grants`: what it may do; `boundary`: at the most; `policy`: of a resource. */
  readonly part: 'trust' | 'grants' | 'boundary' | 'policy';
  readonly statements: readonly Statement[];
  /** Why there may be more than these. Absent: that is all, as far as it stands in this stack. */
  readonly unknown?: string;
}

/** Every one of them, by address and part. */
export function policyHolders(snapshot: Snapshot): ReadonlyMap<string, PolicyHolder> {
  const { roles = [], buckets = [], restApis = [] } = snapshot.model ?? {};
  const holders = [
    ...roles.flatMap(holdersOfRole),
    ...[...buckets, ...restApis].map(({ address, policy }) =>
      holder(address, 'policy', policy === undefined ? [] : [policy]),
    ),
    ...[...resourcePolicies(snapshot)].map(({ address, document }) =>
      holder(address, 'policy', [document]),
    ),
  ];
  return new Map(holders.map((one) => [keyOf(one), one]));
}

export function keyOf({ address, part }: Pick<PolicyHolder, 'address' | 'part'>): string {
  return `${part} ${address}`;
}

function holdersOfRole({
  address,
  trust,
  policies,
  permissionsBoundary,
}: Role): readonly PolicyHolder[] {
  // What AWS or another stack keeps is told by the rule about such policies.
  const inStack = policies.filter(({ name }) => !isPolicyArn(name));
  const documents = inStack.map(({ document }) => document);
  return [
    holder(address, 'trust', [trust]),
    holder(address, 'grants', documents),
    ...(permissionsBoundary ? [holder(address, 'boundary', [permissionsBoundary.document])] : []),
  ];
}

/** The model calls a policy that is not part of the stack by its ARN. */
export const isPolicyArn = (name: string): boolean => /^arn:[^:]*:iam::[^:]*:policy\//.test(name);

function holder(
  address: string,
  part: PolicyHolder['part'],
  documents: readonly Value<PolicyDocument>[],
): PolicyHolder {
  const statements = documents.flatMap((document) =>
    document.kind === 'known' ? document.value.statements : [],
  );
  const [unknown] = documents.flatMap(because);
  return { address, part, statements, ...(unknown === undefined ? {} : { unknown }) };
}

function because(document: Value<PolicyDocument>): readonly string[] {
  if (document.kind === 'known') return [];
  return [document.kind === 'unknown' ? document.because : document.reference.address];
}
