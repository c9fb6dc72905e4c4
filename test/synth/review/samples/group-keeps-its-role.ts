import { resourceAt, type RuleSamples } from '../sample';

export const groupKeepsItsRole: RuleSamples = {
  failing: [
    {
      about: 'administrators get the role of members',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_group.admin'), {
            role_arn: '${aws_iam_role.Roles_Member_Role.arn}',
          });
        },
      },
      says: /has role `aws_iam_role.Roles_Member_Role`, and had `aws_iam_role.Roles_Admin_Role`/,
    },
    {
      about: 'a precedence that wins over more',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_group.admin'), { precedence: 1 });
        },
      },
      says: /its role wins over more/,
    },
  ],
  passing: [
    {
      about: 'another description',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_group.admin'), {
            description: 'in other words',
          });
        },
      },
    },
  ],
};
