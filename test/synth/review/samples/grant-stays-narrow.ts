import { editPolicy, firstStatement } from '../edit-policy';
import { resourceAt, type RuleSamples, type SampleStack } from '../sample';

const FUNCTION_POLICY = 'aws_iam_role_policy.Function_Role_Policy';

/** The function may do one thing more. */
function granting(statement: Record<string, unknown>): SampleStack {
  return {
    edit: (resources) => {
      editPolicy(resources, FUNCTION_POLICY, (document) =>
        document.Statement.push({ Effect: 'Allow', ...statement }),
      );
    },
  };
}

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
    {
      about: 'a pattern that happens to match iam',
      head: granting({ Action: 'ia?:*', Resource: '*' }),
      says: /may do `ia\?:\*` on every resource/,
    },
    {
      about: 'a function that may hand on a role',
      head: granting({
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::123456789012:role/anything',
      }),
      says: /may change who may do what, by `iam:PassRole`/,
    },
    {
      about: 'a policy of AWS in another partition',
      head: {
        edit: (resources) => {
          const { role } = resourceAt(resources, FUNCTION_POLICY);
          resources.aws_iam_role_policy_attachment = {
            Everything: { role, policy_arn: 'arn:aws-us-gov:iam::aws:policy/AdministratorAccess' },
          };
        },
      },
      says: /all that `arn:aws-us-gov:iam::aws:policy\/AdministratorAccess` grants|not part of this stack/,
    },
  ],
  passing: [
    { about: 'the first deployment', base: null, head: {} },
    {
      about: 'a function that sends traces',
      head: granting({ Action: 'xray:Put*', Resource: '*' }),
    },
  ],
};
