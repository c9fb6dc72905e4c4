import type { BehaviourArea } from '../behaviour';

const GET_ID = 'apps/local-cloud/src/cognito-identity/operations/get-id.test.ts';
const GET_CREDENTIALS =
  'apps/local-cloud/src/cognito-identity/operations/get-credentials-for-identity.test.ts';
const SERVICE = 'apps/local-cloud/src/cognito-identity/cognito-identity.test.ts';
const MAPPING = 'apps/local-cloud/src/cognito-identity/role-mapping.test.ts';
const TRUST = 'libs/auth-model/src/decide/evaluate-trust.test.ts';

export const IDENTITY_POOL_ERRORS: BehaviourArea = {
  title: 'Identity pools: errors',
  behaviours: [
    {
      id: 'identity-error-token-expired',
      what: 'An expired token is `Invalid login token. Token expired: <now> >= <exp>`, in seconds of the epoch.',
      source: 'GitHub, aws-amplify/aws-sdk-ios#2570 and amplify-js#14348',
      test: {
        file: GET_ID,
        name: 'a login with the token EXPIRED is refused: Invalid login token. Token expired: 200 >= 100',
      },
    },
    {
      id: 'identity-error-issuer',
      what: "A token of another issuer is `Invalid login token. Issuer doesn't match providerName`.",
      source: 'messages quoted in public code',
      test: {
        file: GET_ID,
        name: "a login with the token OTHER_POOL is refused: Invalid login token. Issuer doesn't match providerName",
      },
    },
    {
      id: 'identity-error-signature',
      what: "A forged token is `Invalid login token. Couldn't verify signed token.`.",
      source: 'messages quoted in public code',
      test: {
        file: GET_ID,
        name: "a login with the token FORGED is refused: Invalid login token. Couldn't verify signed token.",
      },
    },
    {
      id: 'identity-error-garbage',
      what: 'Garbage is `Invalid login token. Not a Cognito token.`.',
      source: 'messages quoted in public code',
      test: {
        file: GET_ID,
        name: 'a login with the token garbage is refused: Invalid login token. Not a Cognito token.',
      },
    },
    {
      id: 'identity-error-access-token',
      what: 'An access token is `Invalid login token. Not a valid OpenId Connect identity token.`.',
      source: 'messages quoted in public code',
      test: {
        file: GET_ID,
        name: 'a login with the token ACCESS.to.ken is refused: Invalid login token. Not a valid OpenId Connect identity token.',
      },
    },
    {
      id: 'identity-error-wrong-client',
      what: 'A token of another client is `Token is not from a supported provider of this identity pool.`.',
      source: 'GitHub, aws-amplify/amplify-js#2067 and amazon-cognito-identity-js#153',
      test: {
        file: GET_ID,
        name: 'a login with the token OTHER_CLIENT is refused: Token is not from a supported provider of this identity pool.',
      },
    },
    {
      id: 'identity-error-wrong-provider',
      what: 'So is a login of a pool, or of a region, that the identity pool does not have.',
      source: 'GitHub, aws-amplify/amplify-js#2067',
      test: {
        file: GET_ID,
        name: 'a provider that the pool does not have is refused before its token is looked at',
      },
    },
    {
      id: 'identity-error-guests',
      what: 'Where guests are not allowed, a call without logins is `Unauthenticated access is not supported for this identity pool.`.',
      source: 'GitHub, aws-amplify/amplify-js#8644',
      test: {
        file: GET_ID,
        name: 'guests are refused unless the pool takes them, and then each is a new identity',
      },
    },
    {
      id: 'identity-error-guests-of-before',
      what: 'Guests of before are refused so as well.',
      source: 'inferred; not verified',
      test: {
        file: GET_CREDENTIALS,
        name: 'a pool that no longer takes guests refuses the guests of before',
      },
    },
    {
      id: 'identity-error-forbidden',
      what: "The identity of a login without its login is `Access to Identity '<id>' is forbidden.`.",
      source: 'GitHub, aws-amplify/aws-sdk-android#175',
      test: { file: GET_CREDENTIALS, name: 'an identity is closed to whoever is not its login' },
    },
    {
      id: 'identity-error-logins-do-not-match',
      what: "With the login of somebody else it is `Logins don't match. Please include at least one valid login for this identity or identity pool.`.",
      source: 'messages quoted in public code',
      test: { file: GET_CREDENTIALS, name: 'an identity is closed to whoever is not its login' },
    },
    {
      id: 'identity-error-inactive',
      what: 'With ServerSideTokenCheck, a token whose user has signed out everywhere is `Token is inactive`.',
      source:
        'a public capture, and Cognito Federated Identities API Reference, CognitoIdentityProvider',
      test: {
        file: SERVICE,
        name: 'after global sign-out a pool with ServerSideTokenCheck refuses the token',
      },
    },
    {
      id: 'identity-error-signed-out',
      what: 'Without ServerSideTokenCheck that token still counts until it expires.',
      source: 'GitHub, aws/aws-sdk-js#1687 and aws-amplify/amplify-js#3435',
      test: {
        file: GET_ID,
        name: 'ServerSideTokenCheck refuses a token whose user has signed out; without it the token still counts',
      },
    },
    {
      id: 'identity-error-ambiguous',
      what: 'An ambiguous role that is to be denied is a NotAuthorizedException.',
      source: 'GitHub, aws-amplify/amplify-js#3621',
      test: {
        file: MAPPING,
        name: 'rules are tried in their order, and without a match the resolution decides',
      },
    },
    {
      id: 'identity-error-configuration-trust',
      what: 'A role that does not trust the session is an InvalidIdentityPoolConfigurationException: `Invalid identity pool configuration. Check assigned IAM roles for this pool.`.',
      source: 'GitHub, aws-amplify/amplify-swift#3124 and amazon-cognito-auth-js#196',
      test: {
        file: GET_CREDENTIALS,
        name: 'a role whose trust policy refuses the session is a wrong configuration, explained in the log',
      },
    },
    {
      id: 'identity-error-configuration-no-role',
      what: 'So is a pool without a role.',
      source: 'GitHub, aws-amplify/amazon-cognito-auth-js#196',
      test: {
        file: GET_CREDENTIALS,
        name: 'a pool without a role, or with one that the stack does not have, is a wrong configuration',
      },
    },
    {
      id: 'identity-error-configuration-action',
      what: 'So is a trust policy for sts:AssumeRole in place of sts:AssumeRoleWithWebIdentity.',
      source: 'GitHub, aws-amplify/amazon-cognito-auth-js#196',
      test: { file: TRUST, name: 'refuses where the trust names another action or principal' },
    },
    {
      id: 'identity-error-pool-not-found',
      what: "An unknown pool is a ResourceNotFoundException: `IdentityPool '<id>' not found.`.",
      source: 'from memory; not verified',
      test: { file: GET_ID, name: 'a pool that is not here is not found' },
    },
    {
      id: 'identity-error-identity-not-found',
      what: "An unknown identity is a ResourceNotFoundException: `Identity '<id>' not found.`.",
      source: 'from memory; not verified',
      test: { file: GET_CREDENTIALS, name: 'an identity that is not here is not found' },
    },
    {
      id: 'identity-error-control-policy',
      what: 'A resource control policy of the organization may deny GetId to everybody, with an AccessDeniedException and a capital Message.',
      source: 'GitHub, aws-samples/resource-control-policy-examples#18',
      notModelled: 'policies of an organization are no part of a stack: nothing is denied by them',
    },
    {
      id: 'identity-error-too-many-requests',
      what: 'Over 25 GetId or 200 GetCredentialsForIdentity a second, an account gets a TooManyRequestsException.',
      source:
        'Amazon Cognito Developer Guide, "Quotas in Amazon Cognito"; the message is not verified',
      notModelled: 'no rate is counted; the laboratory of the console can order throttling',
    },
  ],
};
