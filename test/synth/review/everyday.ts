import { DEV, GROUPS, ROUTES } from '../fixture-project';
import { CLIENT_FILES, writeBuilds } from '../fixture-builds';
import { editPolicy } from './edit-policy';
import { resourceAt, type SampleStack } from './sample';

const edited = (address: string, values: Readonly<Record<string, unknown>>): SampleStack => ({
  edit: (resources) => {
    Object.assign(resourceAt(resources, address), values);
  },
});

const { throttle } = DEV;
const ALARM = 'aws_cloudwatch_metric_alarm.Alarms_On_FunctionErrors';

/** What people do to a stack all day long, by what it is called. Nobody needs to be warned of any of it. */
export const EVERYDAY: Readonly<Record<string, SampleStack>> = {
  'a new route for members': {
    synth: {
      routes: { ...ROUTES, 'POST /secure': { allow: ['member'], apiKey: true, summary: 'Writes' } },
    },
  },
  'a new route with a parameter': {
    synth: {
      routes: { ...ROUTES, 'GET /items/{id}': { allow: ['member'], apiKey: true, summary: 'One' } },
    },
  },
  'a new route for administrators': {
    synth: {
      routes: { ...ROUTES, 'DELETE /vip': { allow: ['admin'], apiKey: true, summary: 'Removes' } },
    },
  },
  'a new group': {
    synth: {
      groups: {
        ...GROUPS,
        editor: { extends: 'member', precedence: 20, description: 'Editors' },
      },
    },
  },
  'another description of a group': {
    synth: { groups: { ...GROUPS, admin: { ...GROUPS.admin, description: 'Those in charge' } } },
  },
  'a new alarm': {
    edit: (resources) => {
      const slow = { ...resourceAt(resources, ALARM), alarm_name: 'slow', metric_name: 'Duration' };
      Object.assign(resources.aws_cloudwatch_metric_alarm ?? {}, { Alarms_On_Slow: slow });
    },
  },
  'an alarm that is a little less touchy': {
    edit: (resources) => {
      const alarm = resourceAt(resources, ALARM);
      alarm.threshold = Number(alarm.threshold) + 2;
    },
  },
  'alarms are mailed to somebody': {
    synth: { environment: { alarmEmails: ['pager@example.org'] } },
  },
  'tags on the bucket': edited('aws_s3_bucket.site', { tags: { Team: 'door' } }),
  'another tag on the function': edited('aws_lambda_function.Function_Lambda', {
    tags: { Cost: '42' },
  }),
  'other words in the mail with the code': {
    edit: (resources) => {
      Object.assign(
        resourceAt(resources, 'aws_cognito_user_pool.users')
          .verification_message_template as object,
        { email_subject: 'Your code', email_message: 'Here it is: {####}' },
      );
    },
  },
  'another description of the API': edited('aws_api_gateway_rest_api.api', {
    description: 'Signed calls only',
  }),
  'other code of the function': {
    synth: { dist: writeBuilds({ code: 'export const handler = () => ({ statusCode: 204 });' }) },
  },
  'another page of the website': {
    synth: {
      dist: writeBuilds({
        client: { ...CLIENT_FILES, 'chunk-QWERTZ12.js': 'export const more = 1;' },
      }),
    },
  },
  'a half more calls a second': {
    synth: {
      environment: { throttle: { ...throttle, plan: { ratePerSecond: 75, burst: 150 } } },
    },
  },
  'twice the quota': {
    synth: { environment: { quota: { limit: 20_000, period: 'DAY' } } },
  },
  'logs are kept for longer': { synth: { environment: { logRetentionDays: 30 } } },
  'the function tells more': { synth: { environment: { functionLogLevel: 'DEBUG' } } },
  'more memory and time for the function': edited('aws_lambda_function.Function_Lambda', {
    memory_size: 512,
    timeout: 15,
  }),
  'a layer under the function': edited('aws_lambda_function.Function_Lambda', {
    layers: ['arn:aws:lambda:us-west-2:123456789012:layer:tools:1'],
  }),
  'a function that sends traces and writes to its own logs': {
    edit: (resources) => {
      editPolicy(resources, 'aws_iam_role_policy.Function_Role_Policy', ({ Statement }) => {
        Statement.push(
          { Effect: 'Allow', Action: 'xray:Put*', Resource: '*' },
          {
            Effect: 'Allow',
            Action: 'logs:CreateLogGroup',
            Resource: 'arn:aws:logs:us-west-2:123456789012:log-group:/aws/lambda/gatehouse-dev-api',
          },
        );
      });
    },
  },
  'a function that runs every night': {
    edit: (resources) => {
      const [permission] = Object.values(resources.aws_lambda_permission ?? {});
      const nightly = {
        ...permission,
        statement_id: 'AllowNightly',
        principal: 'events.amazonaws.com',
        source_arn: 'arn:aws:events:us-west-2:123456789012:rule/nightly',
      };
      Object.assign(resources.aws_lambda_permission ?? {}, { Nightly: nightly });
    },
  },
  'longer passwords': {
    synth: { environment: { passwords: { minimumLength: 14, temporaryValidDays: 3 } } },
  },
  'shorter sessions': {
    synth: {
      environment: { sessions: { ...DEV.sessions, idTokenMinutes: 30, accessTokenMinutes: 30 } },
    },
  },
  'what holds data is protected': { synth: { environment: { protect: true } } },
};
