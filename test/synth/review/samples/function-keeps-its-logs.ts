import { editPolicy, firstStatement } from '../edit-policy';
import { resourceAt, type RuleSamples } from '../sample';

export const functionKeepsItsLogs: RuleSamples = {
  failing: [
    {
      about: 'the function may not write its logs',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Function_Role_Policy', (document) => {
            firstStatement(document).Action = ['logs:CreateLogStream'];
          });
        },
      },
      says: /it may not `logs:PutLogEvents`, and could/,
    },
    {
      about: 'the function writes to another log group',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_lambda_function.Function_Lambda'), {
            logging_config: { log_format: 'Text', log_group: '/aws/lambda/elsewhere' },
          });
        },
      },
      says: /its logs go to `\/aws\/lambda\/elsewhere`, and went to `\/aws\/lambda\/gatehouse-dev-api`/,
    },
  ],
  passing: [
    {
      about: 'one pattern in the place of both actions',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Function_Role_Policy', (document) => {
            firstStatement(document).Action = ['logs:CreateLog*', 'logs:PutLogEvents'];
          });
        },
      },
    },
  ],
};
