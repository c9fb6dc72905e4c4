import { groups, routes } from '@gatehouse/access';

import { environments } from '../../infra/environments';
import { writeBuilds } from '../synth/fixture-builds';
import { Synthesized } from '../synth/synthesized';
import type { JsonBody, Workspace } from './workspace';

/** One kind of change that a reviewer meets. Each begins with `dev` applied, unless it says otherwise. */
export interface PlanKind {
  readonly about: string;
  /** @default true */
  readonly startsApplied?: boolean;
  readonly change: (workspace: Workspace) => void;
  /** Further arguments of `terraform plan`. */
  readonly planArguments?: readonly string[];
}

const dist = writeBuilds();
export const startingStack = new Synthesized({ dist });

const synthesized =
  (...args: ConstructorParameters<typeof Synthesized>) =>
  (workspace: Workspace): void => {
    workspace.useStack(new Synthesized({ dist, ...args[0] }).folder);
  };

const edited =
  (address: string, change: (body: JsonBody) => void) =>
  (workspace: Workspace): void => {
    workspace.editResource(address, change);
  };

const { throttle } = environments.dev;

export const PLAN_KINDS = {
  'everything-new': {
    about: 'the first deployment',
    startsApplied: false,
    change: () => undefined,
  },
  'nothing-changes': { about: 'the same again', change: () => undefined },
  'everything-destroyed': {
    about: 'cdktf destroy',
    change: () => undefined,
    planArguments: ['-destroy'],
  },
  'route-added': {
    about: 'POST /vip, for administrators',
    change: synthesized({
      routes: { ...routes, 'POST /vip': { allow: ['admin'], apiKey: true, summary: 'Writes' } },
    }),
  },
  'route-removed': {
    about: 'GET /vip goes away',
    change: synthesized({
      routes: { 'GET /secure': routes['GET /secure'] },
      environment: { throttle: { ...throttle, routes: {} } },
    }),
  },
  'route-opened': {
    about: 'every member may call GET /vip',
    change: synthesized({
      routes: { ...routes, 'GET /vip': { ...routes['GET /vip'], allow: ['member'] } },
    }),
  },
  'group-added': {
    about: 'editors, who extend members',
    change: synthesized({
      groups: { ...groups, editor: { extends: 'member', precedence: 20, description: 'Editors' } },
    }),
  },
  'throttle-raised': {
    about: 'the plan allows ten times as much: an update in place',
    change: synthesized({
      environment: { throttle: { ...throttle, plan: { ratePerSecond: 500, burst: 1_000 } } },
    }),
  },
  'guests-on': {
    about: 'the identity pool lets guests in',
    change: edited('aws_cognito_identity_pool.identities', (body) => {
      body.allow_unauthenticated_identities = true;
    }),
  },
  'trust-widened': {
    about: 'the admin role no longer asks for amr',
    change: edited('aws_iam_role.Roles_Admin_Role', (body) => {
      const policy = JSON.parse(String(body.assume_role_policy)) as {
        Statement: { Condition: JsonBody }[];
      };
      for (const { Condition } of policy.Statement) delete Condition['ForAnyValue:StringLike'];
      body.assume_role_policy = JSON.stringify(policy);
    }),
  },
  'key-replaced': {
    about: 'another value of the API key: a new object',
    change: edited('aws_api_gateway_api_key.client', (body) => {
      body.value = 'a-value-that-somebody-chose';
    }),
  },
  'user-pool-replaced': {
    about: 'user names that tell capitals apart: all users would be gone',
    change: edited('aws_cognito_user_pool.users', (body) => {
      body.username_configuration = { case_sensitive: true };
    }),
  },
  'construct-renamed': {
    about: 'the same topic under another address: destroyed and made again',
    change: (workspace) => {
      workspace.rename('aws_sns_topic.Alarms_Topic', 'aws_sns_topic.Alarms_Renamed');
    },
  },
  'code-changed': {
    about: 'the function gets other code and nothing else changes',
    change: synthesized({
      dist: writeBuilds({ code: 'export const handler = () => ({ statusCode: 204 });' }),
    }),
  },
  drift: {
    about: 'somebody has changed the retention of the logs behind Terraform’s back',
    change: ({ store }) => {
      const [group] = store.ofType('aws_cloudwatch_log_group');
      if (group) store.replace({ ...group, values: { ...group.values, retention_in_days: 3653 } });
    },
  },
  'tags-changed': {
    about: 'one tag more on everything',
    change: (workspace) => {
      workspace.edit((json) => {
        const [provider] = (json.provider as { aws: JsonBody[] }).aws;
        if (provider)
          provider.default_tags = [{ tags: { Project: 'gatehouse', CostCentre: '42' } }];
      });
    },
  },
} as const satisfies Record<string, PlanKind>;

export type PlanKindName = keyof typeof PLAN_KINDS;
