import { editPolicy, firstStatement } from '../edit-policy';
import { type RuleSamples } from '../sample';

export const grantStaysNarrow: RuleSamples = {
  failing: [
    {
      about: 'members may do everything',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) => {
            Object.assign(firstStatement(document), { Action: '*', Resource: '*' });
          });
        },
      },
      says: /may do `\*` on every resource/,
    },
    {
      about: 'members may call every method',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) => {
            firstStatement(document).Resource = '${aws_api_gateway_rest_api.api.execution_arn}/*';
          });
        },
      },
      says: /may call every method of/,
    },
    {
      about: 'members may do all but one thing',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) => {
            const statement = firstStatement(document);
            delete statement.Action;
            statement.NotAction = 'iam:*';
          });
        },
      },
      says: /do everything except/,
    },
  ],
  passing: [{ about: 'the first deployment', base: null, head: {} }],
};
