import { resourceAt, type RuleSamples } from '../sample';

export const groupPrecedenceIsUnique: RuleSamples = {
  failing: [
    {
      about: 'a second group as strong as the first',
      head: {
        edit: (resources) => {
          const admin = resourceAt(resources, 'aws_cognito_user_group.admin');
          resources.aws_cognito_user_group = {
            ...resources.aws_cognito_user_group,
            twin: { ...admin, name: 'twin', role_arn: '${aws_iam_role.Roles_Member_Role.arn}' },
          };
        },
      },
      says: /has precedence/,
    },
  ],
  passing: [
    {
      about: 'a second group that is weaker',
      head: {
        edit: (resources) => {
          const admin = resourceAt(resources, 'aws_cognito_user_group.admin');
          resources.aws_cognito_user_group = {
            ...resources.aws_cognito_user_group,
            twin: {
              ...admin,
              name: 'twin',
              precedence: 500,
              role_arn: '${aws_iam_role.Roles_Member_Role.arn}',
            },
          };
        },
      },
    },
  ],
};
