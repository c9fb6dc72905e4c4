import { resourceAt, type RuleSamples } from '../sample';

export const userAttributesStayVerified: RuleSamples = {
  failing: [
    {
      about: 'addresses are changed without being verified',
      head: {
        edit: (resources) => {
          delete resourceAt(resources, 'aws_cognito_user_pool.users')
            .user_attribute_update_settings;
        },
      },
      says: /`user_attribute_update_settings.attributes_require_verification_before_update` has no `email`, and had/,
    },
    {
      about: 'accounts are recovered by telephone, too',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool.users'), {
            account_recovery_setting: {
              recovery_mechanism: [
                { name: 'verified_email', priority: 1 },
                { name: 'verified_phone_number', priority: 2 },
              ],
            },
          });
        },
      },
      says: /may be recovered by `verified_phone_number`/,
    },
    {
      about: 'users write an attribute that they could not',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            write_attributes: ['email', 'name', 'nickname'],
          });
        },
      },
      says: /users may write `nickname`/,
    },
  ],
  passing: [
    {
      about: 'users write fewer attributes',
      head: {
        edit: (resources) => {
          Object.assign(resourceAt(resources, 'aws_cognito_user_pool_client.client'), {
            write_attributes: ['name'],
          });
        },
      },
    },
  ],
};
