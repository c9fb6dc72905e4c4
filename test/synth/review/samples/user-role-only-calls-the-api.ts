import { editPolicy } from '../edit-policy';
import { type RuleSamples } from '../sample';

export const userRoleOnlyCallsTheApi: RuleSamples = {
  failing: [
    {
      about: 'members may read every log',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) => {
            document.Statement.push({
              Effect: 'Allow',
              Action: 'logs:GetLogEvents',
              Resource: '${aws_cloudwatch_log_group.Function_Logs.arn}:*',
            });
          });
        },
      },
      says: /people with it may `logs:GetLogEvents` on `arn:/,
    },
    {
      about: 'members may write files of the website',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) => {
            document.Statement.push({
              Effect: 'Allow',
              Action: 's3:PutObject',
              Resource: '${aws_s3_bucket.site.arn}/*',
            });
          });
        },
      },
      says: /people with it may `s3:PutObject` on /,
    },
  ],
  passing: [
    {
      about: 'members may call one method more',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) => {
            document.Statement.push({
              Effect: 'Allow',
              Action: 'execute-api:Invoke',
              Resource: '${aws_api_gateway_rest_api.api.execution_arn}/dev/GET/vip',
            });
          });
        },
      },
    },
    {
      about: 'members are denied something',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) => {
            document.Statement.push({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
          });
        },
      },
    },
  ],
};
