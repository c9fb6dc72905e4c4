import { GROUPS, ROUTES } from '../../fixture-project';
import { editPolicy } from '../edit-policy';
import { resourceAt, type RuleSamples, type StackResources } from '../sample';

const POOL = 'aws_cognito_identity_pool.identities';
const CALL_VIP = {
  Effect: 'Allow',
  Action: 'execute-api:Invoke',
  Resource: '${aws_api_gateway_rest_api.api.execution_arn}/dev/GET/vip',
};

function letGuestsIn(resources: StackResources): void {
  resourceAt(resources, POOL).allow_unauthenticated_identities = true;
}

export const accessStaysNarrow: RuleSamples = {
  failing: [
    {
      about: 'guests who may call a route that is signed',
      base: { edit: letGuestsIn },
      head: {
        edit: (resources) => {
          letGuestsIn(resources);
          Object.assign(resources.aws_iam_role_policy ?? {}, {
            Roles_Guest_Policy: {
              name: 'call-routes',
              role: '${aws_iam_role.Roles_Guest.name}',
              policy: JSON.stringify({ Version: '2012-10-17', Statement: [CALL_VIP] }),
            },
          });
        },
      },
      says: /^`guest` can now call `GET \/vip` \(was denied\), because role `gatehouse-dev-guest` gained/,
    },
    {
      about: 'members who may call what was for administrators',
      head: {
        edit: (resources) => {
          editPolicy(resources, 'aws_iam_role_policy.Roles_Member_Policy', (document) =>
            document.Statement.push(CALL_VIP),
          );
        },
      },
      says: /^`member` can now call `GET \/vip` \(was denied\), because role `gatehouse-dev-member` gained .* \(statement #1 of/,
    },
    {
      about: 'another default role',
      head: {
        edit: (resources) => {
          const roles = resourceAt(
            resources,
            'aws_cognito_identity_pool_roles_attachment.RoleChoice',
          ).roles as Record<string, string>;
          roles.authenticated = '${aws_iam_role.Roles_Admin_Role.arn}';
        },
      },
      says: /^`member` can now call `GET \/vip` \(was denied\), because they now get gatehouse-dev-admin/,
    },
    {
      about: 'a new group that may call what was for administrators',
      head: {
        synth: {
          groups: { ...GROUPS, chief: { extends: 'admin', precedence: 5, description: 'Chiefs' } },
        },
      },
      says: /^`chief` can now call `GET \/vip`, because this principal is new/,
    },
  ],
  passing: [
    { about: 'the first deployment', base: null, head: {} },
    // That is told by the rule about signatures.
    {
      about: 'a method without a signature',
      head: {
        edit: (resources) => {
          resourceAt(resources, 'aws_api_gateway_method.Api_GetVip_Method').authorization = 'NONE';
        },
      },
    },
    {
      about: 'a new route for members',
      head: {
        synth: {
          routes: { ...ROUTES, 'POST /secure': { allow: ['member'], apiKey: true, summary: '-' } },
        },
      },
    },
    {
      about: 'a new group that may call what members may',
      head: {
        synth: {
          groups: {
            ...GROUPS,
            editor: { extends: 'member', precedence: 20, description: 'Editors' },
          },
        },
      },
    },
  ],
};
