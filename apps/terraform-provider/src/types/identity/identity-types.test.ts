import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { cognitoIdentityPool } from './cognito-identity-pool';
import { cognitoIdentityPoolRolesAttachment } from './cognito-identity-pool-roles-attachment';
import { cognitoUserGroup } from './cognito-user-group';
import { cognitoUserPool } from './cognito-user-pool';
import { cognitoUserPoolClient } from './cognito-user-pool-client';

const POOL_ID = 'us-west-2_AbCdEfGhI';
const POOL: SettledValues = {
  id: POOL_ID,
  name: 'users',
  schema: [{ name: 'email', attribute_data_type: 'String', mutable: true, required: true }],
};
const IDENTITY_POOL_ID = 'us-west-2:11111111-2222-4333-a444-555555555555';
const CLOUD = fakeCloud({
  applied: {
    aws_cognito_user_pool: [POOL],
    aws_cognito_identity_pool: [{ id: IDENTITY_POOL_ID }],
  },
});

describe('aws_cognito_user_pool', () => {
  test('is named, located and dated by AWS', () => {
    const made = cognitoUserPool.create({ name: 'users' }, CLOUD);
    assert.equal(made.id, 'user-pool-1');
    assert.equal(made.arn, 'arn:aws:cognito-idp:us-west-2:123456789012:userpool/user-pool-1');
    assert.equal(made.endpoint, 'cognito-idp.us-west-2.amazonaws.com/user-pool-1');
    assert.equal(made.creation_date, '2026-11-24T12:00:00Z');
  });

  test('tells the message of the template under its old name too', () => {
    const template = { email_message: 'Code {####}', email_subject: null };
    const made = cognitoUserPool.create({ verification_message_template: [template] }, CLOUD);
    assert.equal(made.email_verification_message, 'Code {####}');
    assert.equal(made.email_verification_subject, '');
  });

  test('takes another name in place, but not another way to tell users apart', () => {
    assert.deepEqual(cognitoUserPool.forceNew, [
      'alias_attributes',
      'username_attributes',
      'username_configuration.case_sensitive',
    ]);
  });

  test('is not deleted while deletion protection is active', () => {
    assert.match(
      cognitoUserPool.mayDelete?.({ deletion_protection: 'ACTIVE' }, CLOUD) ?? '',
      /^InvalidParameterException: The user pool cannot be deleted because deletion protection/,
    );
    assert.equal(
      cognitoUserPool.mayDelete?.({ deletion_protection: 'INACTIVE' }, CLOUD),
      undefined,
    );
  });

  test('takes new attributes, and neither changes nor loses one', () => {
    const email = { name: 'email', attribute_data_type: 'String', mutable: true, required: true };
    const team = { name: 'team', attribute_data_type: 'String' };
    const withSchema = (...schema: readonly SettledValues[]): SettledValues => ({
      ...POOL,
      schema,
    });
    const refused = `updating Cognito User Pool (${POOL_ID}): cannot modify or remove schema items`;
    // Not set, and set to nothing, are the same.
    const written = { ...email, developer_only_attribute: false, number_attribute_constraints: [] };
    assert.equal(refusal(cognitoUserPool, withSchema(written, team), CLOUD), undefined);
    assert.equal(refusal(cognitoUserPool, withSchema(team), CLOUD), refused);
    assert.equal(
      refusal(cognitoUserPool, withSchema({ ...email, mutable: false }), CLOUD),
      refused,
    );
    assert.equal(refusal(cognitoUserPool, { id: null, schema: [team] }, CLOUD), undefined);
  });

  test('knows its users by an alias or by a user name of one kind, not by both', () => {
    const both = { alias_attributes: ['email'], username_attributes: ['email'] };
    assert.match(refusal(cognitoUserPool, both, CLOUD) ?? '', /conflicts with username_attributes/);
    assert.equal(refusal(cognitoUserPool, { username_attributes: ['email'] }, CLOUD), undefined);
  });
});

describe('aws_cognito_user_pool_client', () => {
  const client = { user_pool_id: POOL_ID, name: 'web' };

  test('has a secret only where one is asked for', () => {
    const secretOf = (values: SettledValues): unknown =>
      cognitoUserPoolClient.create(values, fakeCloud()).client_secret;
    assert.equal(secretOf({ ...client, generate_secret: true }), 'client-secret-2');
    assert.equal(secretOf({ ...client, generate_secret: false }), '');
    assert.equal(secretOf({ ...client, generate_secret: null }), '');
  });

  test('is refused on a pool that does not exist', () => {
    assert.equal(refusal(cognitoUserPoolClient, client, CLOUD), undefined);
    assert.equal(
      refusal(cognitoUserPoolClient, { ...client, user_pool_id: 'us-west-2_none' }, CLOUD),
      'ResourceNotFoundException: User pool us-west-2_none does not exist.',
    );
  });

  test('gives tokens for as long as Cognito gives them, in whatever unit', () => {
    const problem = (validity: number, unit?: string): string | undefined =>
      refusal(
        cognitoUserPoolClient,
        {
          ...client,
          access_token_validity: validity,
          token_validity_units: unit === undefined ? [] : [{ access_token: unit }],
        },
        CLOUD,
      );
    assert.equal(problem(60, 'minutes'), undefined);
    assert.equal(problem(24), undefined);
    assert.match(problem(60) ?? '', /access_token_validity must have a duration between 5m0s/);
    assert.match(problem(299, 'seconds') ?? '', /got: 299 seconds/);
    // Zero is how AWS tells its own default, and must pass when something else is changed.
    assert.equal(problem(0), undefined);
  });

  test('is imported by pool and client', () => {
    assert.equal(cognitoUserPoolClient.importId?.(`${POOL_ID}/abc123`), 'abc123');
  });
});

describe('aws_cognito_user_group', () => {
  const group = { user_pool_id: POOL_ID, name: 'Admins' };

  test('is known by its pool and its name', () => {
    assert.deepEqual(cognitoUserGroup.create(group, CLOUD), { id: `${POOL_ID}/Admins` });
  });

  test('is refused on a pool that does not exist', () => {
    assert.equal(refusal(cognitoUserGroup, group, CLOUD), undefined);
    assert.equal(
      refusal(cognitoUserGroup, { ...group, user_pool_id: 'us-west-2_none' }, CLOUD),
      'ResourceNotFoundException: User pool us-west-2_none does not exist.',
    );
  });

  test('is the same as one whose name differs in case only', () => {
    const { uniqueAs, conflict } = cognitoUserGroup;
    assert.equal(uniqueAs?.(group), uniqueAs?.({ ...group, name: 'admins' }));
    assert.match(
      conflict?.('x') ?? '',
      /^GroupExistsException: A group with the name already exists/,
    );
  });
});

describe('aws_cognito_identity_pool', () => {
  test('is named by AWS', () => {
    assert.deepEqual(
      cognitoIdentityPool.create({ identity_pool_name: 'identities' }, fakeCloud()),
      {
        id: 'identity-pool-1',
        arn: 'arn:aws:cognito-identity:us-west-2:123456789012:identitypool/identity-pool-1',
      },
    );
  });
});

describe('aws_cognito_identity_pool_roles_attachment', () => {
  const mapping = { identity_provider: 'p:c', type: 'Token', ambiguous_role_resolution: 'Deny' };
  const rule = {
    claim: 'custom:team',
    match_type: 'Equals',
    value: 'a',
    role_arn: 'arn:aws:iam::1:role/a',
  };
  const attachment = {
    identity_pool_id: IDENTITY_POOL_ID,
    roles: { authenticated: 'arn:aws:iam::123456789012:role/member' },
    role_mapping: [mapping],
  };
  const refused = (values: SettledValues): string | undefined =>
    refusal(cognitoIdentityPoolRolesAttachment, { ...attachment, ...values }, CLOUD);

  test('is refused on an identity pool that does not exist', () => {
    assert.equal(refused({}), undefined);
    assert.equal(
      refused({ identity_pool_id: 'us-west-2:none' }),
      "ResourceNotFoundException: IdentityPool 'us-west-2:none' not found.",
    );
  });

  test('takes rules with the type Rules, and none with the type Token', () => {
    assert.match(
      refused({ role_mapping: [{ ...mapping, mapping_rule: [rule] }] }) ?? '',
      /Role Mapping "p:c": mapping_rule must not be set for Token based role mapping$/,
    );
    assert.match(
      refused({ role_mapping: [{ ...mapping, type: 'Rules' }] }) ?? '',
      /mapping_rule is required for Rules$/,
    );
    assert.equal(
      refused({ role_mapping: [{ ...mapping, type: 'Rules', mapping_rule: [rule] }] }),
      undefined,
    );
  });

  test('must say what holds when no role or several fit', () => {
    assert.match(
      refused({ role_mapping: [{ ...mapping, ambiguous_role_resolution: null }] }) ?? '',
      /Ambiguous Role Resolution must be defined/,
    );
  });

  test('is for users who signed in, or for those who did not', () => {
    assert.match(
      refused({ roles: { guests: 'arn' } }) ?? '',
      /"authenticated" or "unauthenticated"/,
    );
    assert.equal(refused({ roles: { unauthenticated: 'arn' } }), undefined);
  });
});
