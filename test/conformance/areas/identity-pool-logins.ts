import type { BehaviourArea } from '../behaviour';

const GET_ID = 'apps/local-cloud/src/cognito-identity/operations/get-id.test.ts';
const SERVICE = 'apps/local-cloud/src/cognito-identity/cognito-identity.test.ts';
const EXTERNAL = 'apps/local-cloud/src/cognito-identity/external-tokens.test.ts';

export const IDENTITY_POOL_LOGINS: BehaviourArea = {
  title: 'Identity pools: logins',
  behaviours: [
    {
      id: 'identity-pool-logins-key',
      what: 'The key of a login is `cognito-idp.<region>.amazonaws.com/<pool>`.',
      source: 'Amazon Cognito Developer Guide, "Accessing AWS services using an identity pool"',
      test: {
        file: GET_ID,
        name: 'a provider that the pool does not have is refused before its token is looked at',
      },
    },
    {
      id: 'identity-pool-logins-id-token',
      what: 'The value of a login is the ID token, and no access token.',
      source: 'Amazon Cognito Developer Guide, "Accessing AWS services using an identity pool"',
      test: {
        file: SERVICE,
        name: 'a real sign-in becomes an identity and the credentials of its role',
      },
    },
    {
      id: 'identity-pool-logins-limit',
      what: 'A request has ten logins at most.',
      source: 'Cognito Federated Identities API Reference, GetId',
      test: {
        file: GET_ID,
        name: "refuses a request: Value at 'logins' failed to satisfy constraint: Member must have length less than or equal",
      },
    },
    {
      id: 'identity-pool-openid-provider',
      what: 'A login may be of an OpenID Connect provider of the account.',
      source: 'Amazon Cognito Developer Guide, "OIDC providers as identity pool external IdPs"',
      test: {
        file: EXTERNAL,
        name: 'a login of an OpenID Connect provider becomes an identity, and rules look at its claims',
      },
    },
    {
      id: 'identity-pool-social-providers',
      what: 'A login may be of Google, Facebook, Amazon, Apple or Twitter.',
      source: 'Amazon Cognito Developer Guide, "Identity pools third-party identity providers"',
      notModelled: 'a pool that asks for it boots, and says aloud that these logins are refused',
    },
    {
      id: 'identity-pool-saml-providers',
      what: 'A login may be of a SAML provider.',
      source: 'Amazon Cognito Developer Guide, "SAML providers as identity pool IdPs"',
      notModelled: 'a pool that asks for it boots, and says aloud that these logins are refused',
    },
    {
      id: 'identity-pool-developer-provider',
      what: 'A login may be of the developer’s own provider.',
      source: 'Amazon Cognito Developer Guide, "Developer-authenticated identities"',
      notModelled: 'a pool that asks for it boots, and says aloud that these logins are refused',
    },
  ],
};
