import { editPolicy, firstStatement } from '../edit-policy';
import { type RuleSamples } from '../sample';

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
  ],
  passing: [{ about: 'the first deployment', base: null, head: {} }],
};
