import type { BehaviourArea } from '../behaviour';

const TRUST = 'libs/auth-model/src/decide/evaluate-trust.test.ts';
const GET_CREDENTIALS =
  'apps/local-cloud/src/cognito-identity/operations/get-credentials-for-identity.test.ts';
const OPEN_ID = 'apps/local-cloud/src/cognito-identity/operations/get-open-id-token.test.ts';
const STS = 'apps/local-cloud/src/sts/assume-role-with-web-identity.test.ts';
const FLOWS = 'test/system/identity-flows.test.ts';
const TAGS = 'libs/auth-model/src/decide/session-tags.test.ts';
const MAPPING = 'apps/local-cloud/src/cognito-identity/role-mapping.test.ts';
const READER = 'libs/auth-model/src/readers/identity-pool.test.ts';
const CALLER = 'apps/local-cloud/src/sts/get-caller-identity.test.ts';
const LIMITS = 'libs/auth-model/src/decide/session-limits.test.ts';

export const TRUST_AND_SESSIONS: BehaviourArea = {
  title: 'Identity pools: trust and sessions',
  behaviours: [
    {
      id: 'session-trust-principal',
      what: 'A role is assumed for the federated principal `cognito-identity.amazonaws.com` with sts:AssumeRoleWithWebIdentity.',
      source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
      test: { file: TRUST, name: 'refuses where the trust names another action or principal' },
    },
    {
      id: 'session-trust-audience',
      what: '`cognito-identity.amazonaws.com:aud` is the id of the identity pool.',
      source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
      test: {
        file: TRUST,
        name: 'refuses another pool, a guest, and a role for guests the signed-in',
      },
    },
    {
      id: 'session-trust-amr',
      what: '`cognito-identity.amazonaws.com:amr` tells the signed-in from guests.',
      source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
      test: {
        file: TRUST,
        name: 'refuses another pool, a guest, and a role for guests the signed-in',
      },
    },
    {
      id: 'session-trust-amr-provider',
      what: 'It holds the name of the provider too.',
      source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
      test: {
        file: GET_CREDENTIALS,
        name: 'amr names the provider and the login, so that a role can be for one of them',
      },
    },
    {
      id: 'session-amr-guest',
      what: 'Of a guest, amr is `unauthenticated` alone.',
      source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
      test: { file: OPEN_ID, name: 'a guest’s token says so' },
    },
    {
      id: 'session-amr-login',
      what: 'Of a login, its last element is `<provider>:CognitoSignIn:<sub>`.',
      source: 'inferred from cognitoAuthenticationProvider; not verified',
      test: {
        file: GET_CREDENTIALS,
        name: 'issues an hour of credentials in AWS’s shapes, and remembers them',
      },
    },
    {
      id: 'session-sub',
      what: '`cognito-identity.amazonaws.com:sub` is the identity.',
      source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
      test: {
        file: OPEN_ID,
        name: 'signs ten minutes of who somebody is, with the pool’s own key',
      },
    },
    {
      id: 'session-basic-denied',
      what: 'In the basic flow, a trust that refuses is AccessDenied of STS: `Not authorized to perform sts:AssumeRoleWithWebIdentity`.',
      source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
      test: {
        file: STS,
        name: 'refuses a role that does not trust the token, and one that is not there, in the same words',
      },
    },
    {
      id: 'session-basic-credentials',
      what: 'In the basic flow, the caller asks STS for a role with the token of GetOpenIdToken.',
      source: 'Amazon Cognito Developer Guide, "Identity pools authentication flow"',
      test: {
        file: FLOWS,
        name: 'the basic flow ends in credentials that API Gateway takes, tagged and named',
      },
    },
    {
      id: 'session-basic-duration',
      what: 'A session lives as long as was asked, from 900 seconds to what the role allows.',
      source: 'AWS STS API Reference, AssumeRoleWithWebIdentity',
      test: {
        file: STS,
        name: 'a session lives as long as was asked, within the bounds of STS and of the role',
      },
    },
    {
      id: 'session-basic-policy',
      what: 'A policy sent along is a limit of the session.',
      source: 'AWS STS API Reference, AssumeRoleWithWebIdentity',
      test: { file: STS, name: 'a session policy is a limit of the session' },
    },
    {
      id: 'session-basic-policy-arns',
      what: 'Managed policies sent along by ARN are limits of the session as well.',
      source: 'AWS STS API Reference, AssumeRoleWithWebIdentity',
      notModelled: 'PolicyArns answer 501, naming the file to add',
    },
    {
      id: 'session-basic-expired',
      what: 'After ten minutes the token is an ExpiredTokenException.',
      source: 'AWS STS API Reference, AssumeRoleWithWebIdentity; the wording is of public captures',
      test: { file: STS, name: 'a token is good for ten minutes' },
    },
    {
      id: 'session-tags-trust',
      what: 'Principal tags need sts:TagSession in the trust policy.',
      source: 'Amazon Cognito Developer Guide, "Using attributes for access control"',
      test: { file: TAGS, name: 'a session with tags needs sts:TagSession, one without does not' },
    },
    {
      id: 'session-tags-missing',
      what: 'Without it, GetCredentialsForIdentity is an InvalidIdentityPoolConfigurationException.',
      source: 'inferred; not verified',
      test: {
        file: MAPPING,
        name: 'a role that does not let its sessions be tagged is a wrong configuration',
      },
    },
    {
      id: 'session-tags-default',
      what: 'The default mapping makes tags of two claims: client of aud, username of sub.',
      source: 'Amazon Cognito Developer Guide, "Using attributes for access control"',
      test: { file: READER, name: 'reads principal tags, and knows the default mapping' },
    },
    {
      id: 'session-tags-own',
      what: 'A mapping of one’s own makes tags of the claims that it names.',
      source: 'Amazon Cognito Developer Guide, "Using attributes for access control"',
      test: {
        file: MAPPING,
        name: 'claims become tags of the session, where the role lets it be tagged',
      },
    },
    {
      id: 'session-name',
      what: 'A session of the enhanced flow is called CognitoIdentityCredentials.',
      source: 'public captures',
      test: {
        file: GET_CREDENTIALS,
        name: 'issues an hour of credentials in AWS’s shapes, and remembers them',
      },
    },
    {
      id: 'session-arn',
      what: 'Its ARN is `arn:aws:sts::<account>:assumed-role/<role>/CognitoIdentityCredentials`.',
      source: 'public captures',
      test: { file: CALLER, name: 'says who signed' },
    },
    {
      id: 'session-user-id',
      what: 'Its user id is `AROA…:CognitoIdentityCredentials`.',
      source: 'public captures',
      test: { file: LIMITS, name: 'aws:userid names the session' },
    },
    {
      id: 'session-guest-scope-down',
      what: 'A guest of the enhanced flow is limited to a list of services by policies of the session.',
      source: 'Amazon Cognito Developer Guide, "IAM roles: access policies"',
      test: {
        file: GET_CREDENTIALS,
        name: 'guests get the unauthenticated role where the pool takes them',
      },
    },
    {
      id: 'session-guest-services',
      what: 'That list has API Gateway, Lambda, S3 and others, and not IAM, STS or EC2.',
      source: 'Amazon Cognito Developer Guide, "IAM roles: access policies"',
      test: {
        file: LIMITS,
        name: 'a guest may call APIs, and no service that AWS keeps from guests',
      },
    },
    {
      id: 'session-guest-basic',
      what: 'A guest of the basic flow is not limited so.',
      source: 'Amazon Cognito Developer Guide, "IAM roles: access policies"',
      test: { file: STS, name: 'a guest of the basic flow is not scoped down' },
    },
    {
      id: 'session-member-not-limited',
      what: 'Nor is anybody who has signed in.',
      source: 'Amazon Cognito Developer Guide, "IAM roles: access policies"',
      test: {
        file: GET_CREDENTIALS,
        name: 'issues an hour of credentials in AWS’s shapes, and remembers them',
      },
    },
    {
      id: 'session-after-sign-out',
      what: 'Credentials that were issued before a sign-out go on until they expire.',
      source: 'GitHub, aws-amplify/amplify-js#3435',
      test: {
        file: FLOWS,
        name: 'after sign-out the token is inactive; credentials from before go on',
      },
    },
    {
      id: 'session-boundary',
      what: 'A permissions boundary takes away from a session what it does not allow.',
      source: 'IAM User Guide, "Permissions boundaries for IAM entities"',
      test: {
        file: LIMITS,
        name: 'a permissions boundary takes away what it does not allow, and grants nothing',
      },
    },
  ],
};
