import { editPolicy } from '../edit-policy';
import { type RuleSamples } from '../sample';

export const groupRoleKeepsBase: RuleSamples = {
  failing: [
    {
      about: 'administrators lose what members may',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Admin_Policy', (document) => {
            document.Statement = document.Statement.filter(
              ({ Resource }) => !JSON.stringify(Resource).includes('/secure'),
            );
          });
        },
      },
      says: /group `admin` may not call `GET \/secure`/,
    },
  ],
  passing: [{ about: 'the first deployment', base: null, head: {} }],
};
