import { editPolicy } from '../edit-policy';
import { type RuleSamples } from '../sample';

export const functionRoleStaysNarrow: RuleSamples = {
  failing: [
    {
      about: 'the function may read a table',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Function_Role_Policy', (document) => {
            document.Statement.push({
              Effect: 'Allow',
              Action: 'dynamodb:Scan',
              Resource: 'arn:aws:dynamodb:us-west-2:123456789012:table/a',
            });
          });
        },
      },
      says: /may `dynamodb:Scan` on/,
    },
  ],
  passing: [
    {
      about: 'the function may do less',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Function_Role_Policy', (document) => {
            document.Statement = [
              { Effect: 'Allow', Action: 'xray:PutTraceSegments', Resource: '*' },
            ].slice(1);
            document.Statement.push({ Effect: 'Deny', Action: '*', Resource: '*' });
          });
        },
      },
    },
  ],
};
