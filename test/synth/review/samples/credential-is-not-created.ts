import { resourceAt, type RuleSamples } from '../sample';

export const credentialIsNotCreated: RuleSamples = {
  failing: [
    {
      about: 'a user with a key',
      head: {
        edit: (resources) => {
          resources.aws_iam_user = { ci: { name: 'ci' } };
          resources.aws_iam_access_key = { ci: { user: '${aws_iam_user.ci.name}' } };
        },
      },
      says: /is made/,
      cannotBePlanned: true,
    },
  ],
  passing: [
    {
      about: 'a role more',
      head: {
        edit: (resources) => {
          const { assume_role_policy } = resourceAt(resources, 'aws_iam_role.Roles_Member_Role');
          resources.aws_iam_role = {
            ...resources.aws_iam_role,
            Extra: { name: 'extra', assume_role_policy },
          };
        },
      },
    },
  ],
};
