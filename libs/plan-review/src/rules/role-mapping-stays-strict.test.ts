import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { verdictsOf, type Resources } from '../testing/check-rule';
import { roleMappingStaysStrict } from './role-mapping-stays-strict';

const rule = (value: string, match_type = 'Equals'): JsonObject => ({
  claim: 'department',
  match_type,
  value,
  role_arn: `arn:aws:iam::123456789012:role/${value}`,
});

const mappedBy = (...mapping_rule: readonly JsonObject[]): Resources => ({
  aws_cognito_identity_pool: { pool: { identity_pool_name: 'pool' } },
  aws_cognito_identity_pool_roles_attachment: {
    roles: {
      identity_pool_id: '${aws_cognito_identity_pool.pool.id}',
      roles: { authenticated: 'arn:aws:iam::123456789012:role/member' },
      role_mapping: [
        {
          identity_provider: 'p:c',
          type: 'Rules',
          ambiguous_role_resolution: 'Deny',
          mapping_rule,
        },
      ],
    },
  },
});

const check = (base: Resources, head: Resources): readonly string[] =>
  verdictsOf(roleMappingStaysStrict, base, head).map((line) =>
    line.replace('aws_cognito_identity_pool.pool: ', ''),
  );

test('reports a rule that comes before others now', () => {
  assert.deepEqual(check(mappedBy(rule('a'), rule('b')), mappedBy(rule('b'), rule('a'))), [
    'a rule comes before others: `department Equals b`',
  ]);
});

test('reports a rule that is gone, and one that is new', () => {
  assert.deepEqual(check(mappedBy(rule('a'), rule('b')), mappedBy(rule('b'), rule('c'))), [
    'a rule is gone: `department Equals a`; whoever it was for gets the role of another, or the default one',
    'a rule is new: `department Equals c`',
  ]);
});

test('says nothing of rules that stay as they are', () => {
  const same = mappedBy(rule('a'), rule('b', 'Contains'));
  assert.deepEqual(check(same, same), []);
});
