import type { BehaviourArea } from '../behaviour';

const PROTOCOL = 'apps/local-cloud/src/http/json-protocol.test.ts';
const SERVICE = 'apps/local-cloud/src/cognito-identity/cognito-identity.test.ts';
const GET_ID = 'apps/local-cloud/src/cognito-identity/operations/get-id.test.ts';
const SHAPE = 'apps/local-cloud/src/http/json-shape.test.ts';
const LINKING = 'apps/local-cloud/src/cognito-identity/linking.test.ts';
const GET_CREDENTIALS =
  'apps/local-cloud/src/cognito-identity/operations/get-credentials-for-identity.test.ts';
const OPEN_ID = 'apps/local-cloud/src/cognito-identity/operations/get-open-id-token.test.ts';

export const IDENTITY_POOL_OPERATIONS: BehaviourArea = {
  title: 'Identity pools: operations',
  behaviours: [
    {
      id: 'identity-pool-json-protocol',
      what: 'Operations are JSON 1.1: POST to /, with `X-Amz-Target: AWSCognitoIdentityService.<operation>`.',
      source: 'Cognito Federated Identities API Reference, model of the service',
      test: {
        file: PROTOCOL,
        name: 'knows no operation without the right method, path, content type and target',
      },
    },
    {
      id: 'identity-pool-unsigned-operations',
      what: 'GetId, GetCredentialsForIdentity, GetOpenIdToken and UnlinkIdentity need no signature.',
      source: 'Cognito Federated Identities API Reference, model of the service',
      test: {
        file: SERVICE,
        name: 'a real sign-in becomes an identity and the credentials of its role',
      },
    },
    {
      id: 'identity-pool-signed-operations',
      what: 'The other nineteen operations, which manage pools and read identities, are signed.',
      source: 'Cognito Federated Identities API Reference, model of the service',
      notModelled: 'they answer 501, naming the file to add: Terraform manages the pool',
    },
    {
      id: 'identity-pool-preflight',
      what: 'A preflight is answered 200 with no body, any origin, POST, an echo of the requested headers and an age of 172,800 seconds.',
      source: 'a public capture of preflights and answers (AllanZhengYP/cors-test)',
      test: {
        file: PROTOCOL,
        name: 'answers a preflight with an echo of the requested headers and the two-day age',
      },
    },
    {
      id: 'identity-pool-answer-cors',
      what: 'Answers are readable from any origin and carry a request id.',
      source: 'a public capture of preflights and answers (AllanZhengYP/cors-test)',
      test: {
        file: PROTOCOL,
        name: 'answers an operation with its output as JSON 1.1, readable from any origin',
      },
    },
    {
      id: 'identity-pool-error-wire',
      what: 'An error is named in x-amzn-ErrorType with a colon after it, and in `__type` beside a lower-case message.',
      source: 'GitHub, aws/aws-sdk-cpp#1789 and aws-amplify/amplify-swift#3124',
      test: {
        file: PROTOCOL,
        name: 'answers an error in body and headers, with the trailing colon and nothing unprintable',
      },
    },
    {
      id: 'identity-pool-error-status',
      what: 'What the model of the service knows as an error of the user is a 400.',
      source: 'Cognito Federated Identities API Reference, model of the service',
      test: { file: SERVICE, name: 'AWS’s client reads refusals as the exceptions they are' },
    },
    {
      id: 'identity-pool-unknown-operation',
      what: 'A target that the service does not have is an UnknownOperationException.',
      source: 'AWS JSON 1.1 protocol; not verified',
      test: {
        file: PROTOCOL,
        name: 'knows no operation without the right method, path, content type and target',
      },
    },
    {
      id: 'identity-pool-get-id',
      what: 'GetId answers the identity of a login, which begins with the region.',
      source: 'Cognito Federated Identities API Reference, GetId',
      test: { file: GET_ID, name: 'the same login has the same identity, another login another' },
    },
    {
      id: 'identity-pool-get-id-guest',
      what: 'Without logins, each GetId makes a new identity.',
      source: 'Cognito Federated Identities API Reference, GetId',
      test: {
        file: GET_ID,
        name: 'guests are refused unless the pool takes them, and then each is a new identity',
      },
    },
    {
      id: 'identity-pool-get-id-account',
      what: 'GetId takes the account of the pool, and finds no pool in another one.',
      source: 'Cognito Federated Identities API Reference, GetId; the refusal is not verified',
      test: { file: GET_ID, name: 'an account that is not the stack’s has no such pool' },
    },
    {
      id: 'identity-pool-get-id-constraints',
      what: 'An id of the wrong form is refused in the words of the constraint that it breaks.',
      source: 'Cognito Federated Identities API Reference, GetId',
      test: {
        file: GET_ID,
        name: "refuses a request: Value 'pool' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular",
      },
    },
    {
      id: 'identity-pool-several-constraints',
      what: 'Several broken constraints are counted and joined in one message.',
      source: 'public captures of validation errors',
      test: { file: SHAPE, name: 'counts and joins several, and leaves a sensitive value out' },
    },
    {
      id: 'identity-pool-linking-guest',
      what: 'A guest who signs in for the first time keeps the identity.',
      source: 'Amazon Cognito Developer Guide, "Identity pools authentication flow"',
      test: { file: LINKING, name: 'a guest who signs in for the first time keeps the identity' },
    },
    {
      id: 'identity-pool-merging-guest',
      what: 'A guest whose login has an identity becomes that identity, and the one of the guest is disabled.',
      source: 'Amazon Cognito Developer Guide, "Identity pools authentication flow"',
      test: {
        file: LINKING,
        name: 'a guest whose login has an identity becomes that identity, and the guest’s is closed',
      },
    },
    {
      id: 'identity-pool-linking-further',
      what: 'A further login sent along with a known one is linked to the identity of the known one.',
      source: 'Amazon Cognito Developer Guide, "Identity pools (federated identities)"',
      test: { file: LINKING, name: 'a further login is linked to the identity of the first' },
    },
    {
      id: 'identity-pool-linking-conflict',
      what: 'Logins of two identities in one request are a ResourceConflictException.',
      source: 'Cognito Federated Identities API Reference, GetId',
      test: {
        file: LINKING,
        name: 'two logins of different identities are in conflict, and nothing is linked',
      },
    },
    {
      id: 'identity-pool-unlink',
      what: 'UnlinkIdentity takes logins from an identity; one that has lost its last login is disabled.',
      source: 'Cognito Federated Identities API Reference, UnlinkIdentity',
      test: { file: LINKING, name: 'without its last login an identity is closed for good' },
    },
    {
      id: 'identity-pool-unlink-proof',
      what: 'UnlinkIdentity wants the token of a login of that identity.',
      source: 'Cognito Federated Identities API Reference, UnlinkIdentity',
      test: { file: LINKING, name: 'only a login of the identity unlinks from it' },
    },
    {
      id: 'identity-pool-credentials',
      what: 'GetCredentialsForIdentity answers AccessKeyId (ASIA…), SecretKey (not SecretAccessKey), SessionToken and Expiration.',
      source: 'Cognito Federated Identities API Reference, Credentials; captures',
      test: {
        file: GET_CREDENTIALS,
        name: 'issues an hour of credentials in AWS’s shapes, and remembers them',
      },
    },
    {
      id: 'identity-pool-credentials-expiration',
      what: 'Expiration is in seconds of the epoch, a JSON number with a fraction, an hour ahead.',
      source: 'a captured answer, and Cognito Federated Identities API Reference',
      test: {
        file: GET_CREDENTIALS,
        name: 'issues an hour of credentials in AWS’s shapes, and remembers them',
      },
    },
    {
      id: 'identity-pool-credentials-fresh',
      what: 'Every call issues other credentials.',
      source: 'public captures',
      test: {
        file: GET_CREDENTIALS,
        name: 'every call issues other credentials, and the log line holds none of them',
      },
    },
    {
      id: 'identity-pool-custom-role',
      what: 'CustomRoleArn asks for one of the roles that the token holds.',
      source: 'Cognito Federated Identities API Reference, GetCredentialsForIdentity',
      test: {
        file: GET_CREDENTIALS,
        name: 'a caller may ask for a role of the token, and for no other',
      },
    },
    {
      id: 'identity-pool-open-id-token',
      what: 'GetOpenIdToken answers a token that lives ten minutes.',
      source: 'Cognito Federated Identities API Reference, GetOpenIdToken',
      test: {
        file: OPEN_ID,
        name: 'signs ten minutes of who somebody is, with the pool’s own key',
      },
    },
    {
      id: 'identity-pool-basic-flow-off',
      what: 'Where the basic flow is not enabled, GetOpenIdToken is an InvalidParameterException that says so.',
      source: 'a single public capture',
      test: {
        file: OPEN_ID,
        name: 'is refused where the pool has no basic flow, or has role mappings',
      },
    },
    {
      id: 'identity-pool-basic-flow-mappings',
      what: 'A pool with role mappings has no basic flow.',
      source:
        'Amazon Cognito Developer Guide, "Role-based access control"; the wording is not verified',
      test: {
        file: OPEN_ID,
        name: 'is refused where the pool has no basic flow, or has role mappings',
      },
    },
  ],
};
