import { editPolicy, firstStatement } from '../edit-policy';
import type { RuleSamples, SampleStack } from '../sample';

const GITHUB = 'token.actions.githubusercontent.com';

/** The role of the function, with somebody more in its trust policy. */
function trusting(statement: Record<string, unknown>): SampleStack {
  return {
    edit: (resources) => {
      editPolicy(resources, 'aws_iam_role.Function_Role', (document) =>
        document.Statement.push({ Effect: 'Allow', ...statement }),
      );
    },
  };
}

export const trustStaysNarrow: RuleSamples = {
  failing: [
    {
      about: 'no aud',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role.Roles_Member_Role', (document) => {
            firstStatement(document).Condition = {
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
            };
          });
        },
      },
      says: /it asks for no aud/,
    },
    {
      about: 'guests become members',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role.Roles_Member_Role', (document) => {
            Object.assign(firstStatement(document).Condition as object, {
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
            });
          });
        },
      },
      says: /guests may become the role/,
    },
    {
      about: 'another account',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role.Roles_Admin_Role', (document) => {
            document.Statement.push({
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Principal: { AWS: 'arn:aws:iam::210987654321:root' },
            });
          });
        },
      },
      says: /may become the role/,
    },
    {
      about: 'anybody',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role.Roles_Admin_Role', (document) => {
            firstStatement(document).Principal = '*';
          });
        },
      },
      says: /anybody of any account/,
    },
    {
      about: 'guests, by a pattern',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role.Roles_Member_Role', (document) => {
            Object.assign(firstStatement(document).Condition as object, {
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': '?*' },
            });
          });
        },
      },
      says: /guests may become the role: its amr is `\?\*`/,
    },
    {
      about: 'every workflow of GitHub',
      head: trusting({
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${GITHUB}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' },
          StringLike: { [`${GITHUB}:sub`]: 'repo:*' },
        },
      }),
      says: /every token of .* may become the role: nothing asks whose it is/,
    },
    {
      about: 'another service',
      head: trusting({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      says: /`ec2.amazonaws.com` may become the role by `sts:AssumeRole`, and could not/,
    },
  ],
  passing: [{ about: 'the first deployment', base: null, head: {} }],
};
