import type { JsonBody } from '../../../terraform/workspace';
import { resourceAt, type RuleSamples } from '../sample';

export const roleMappingStaysStrict: RuleSamples = {
  failing: [
    {
      about: 'what is ambiguous gets the default role',
      base: {
        edit: (resources) => {
          const [mapping] = resourceAt(
            resources,
            'aws_cognito_identity_pool_roles_attachment.RoleChoice',
          ).role_mapping as JsonBody[];
          Object.assign(mapping ?? {}, { ambiguous_role_resolution: 'Deny' });
        },
      },
      head: {},
      says: /what is ambiguous gets the authenticated role/,
    },
    {
      about: 'no mapping any more',
      head: {
        edit: (resources) => {
          delete resourceAt(resources, 'aws_cognito_identity_pool_roles_attachment.RoleChoice')
            .role_mapping;
        },
      },
      says: /has no role mapping, and had one/,
    },
  ],
  passing: [
    {
      about: 'another description of a group',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_group.admin'), {
            description: 'in other words',
          });
        },
      },
    },
  ],
};
