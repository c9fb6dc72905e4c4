import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseReference } from './reference-forms';

const READ: readonly (readonly [string, string, string])[] = [
  ['aws_iam_role.member.arn', 'aws_iam_role.member', 'arn'],
  ['  aws_iam_role.member.arn ', 'aws_iam_role.member', 'arn'],
  ['aws_eks_cluster.a.identity[0].oidc[0].issuer', 'aws_eks_cluster.a', 'identity.0.oidc.0.issuer'],
  ['aws_eks_cluster.a.identity.0.oidc.0.issuer', 'aws_eks_cluster.a', 'identity.0.oidc.0.issuer'],
  ['data.aws_region.current.region', 'data.aws_region.current', 'region'],
  ['aws_iam_role.a-b_C1.id', 'aws_iam_role.a-b_C1', 'id'],
];

for (const [text, address, attribute] of READ) {
  test(`reads ${text.trim()}`, () => {
    assert.deepEqual(parseReference(text), { address, attribute });
  });
}

const REFUSED = [
  '',
  'aws_iam_role',
  'aws_iam_role.member',
  'data.aws_region.current',
  'aws_iam_role.member[0].arn',
  'aws_iam_role.member.*.arn',
  'aws_iam_role.member.tags["Name"]',
  'jsonencode({})',
  'var.name.x',
  'local.a.b',
  'module.a.b',
  'each.value.name',
  'self.a.b',
  'path.module.x',
  'terraform.workspace.x',
  '~aws_iam_role.member.arn~',
  'aws_iam_role.member.arn == "a"',
];

for (const text of REFUSED) {
  test(`refuses ${text === '' ? 'nothing' : text}`, () => {
    assert.equal(parseReference(text), undefined);
  });
}
