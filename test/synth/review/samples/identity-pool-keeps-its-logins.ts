import type { JsonBody } from '../../../terraform/workspace';
import { resourceAt, type RuleSamples, type Sample } from '../sample';

const POOL = 'aws_cognito_identity_pool.identities';

const login = (about: string, body: JsonBody, says: RegExp): Sample => ({
  about,
  head: {
    edit: (resources) => {
      Object.assign(resourceAt(resources, POOL), body);
    },
  },
  says,
});

export const identityPoolKeepsItsLogins: RuleSamples = {
  failing: [
    {
      about: 'a second user pool',
      head: {
        edit: (resources) => {
          const providers = resourceAt(resources, POOL).cognito_identity_providers as JsonBody[];
          providers.push({
            provider_name: 'cognito-idp.us-west-2.amazonaws.com/us-west-2_elsewhere',
            client_id: '1h57kf5cpq17m0eml12EXAMPLE',
            server_side_token_check: true,
          });
        },
      },
      says: /whoever signs in at `cognito-idp\.us-west-2\.amazonaws\.com\/us-west-2_elsewhere:\w+` gets credentials/,
    },
    login(
      'a social login',
      { supported_login_providers: { 'accounts.google.com': 'x.apps.googleusercontent.com' } },
      /whoever signs in at `accounts\.google\.com` gets/,
    ),
    login(
      'a SAML provider',
      { saml_provider_arns: ['arn:aws:iam::123456789012:saml-provider/Elsewhere'] },
      /whoever signs in at `arn:aws:iam::123456789012:saml-provider\/Elsewhere` gets/,
    ),
  ],
  passing: [
    { about: 'the first deployment', base: null, head: {} },
    login('another name of the pool', { identity_pool_name: 'renamed' }, /(?!)/),
  ],
};
