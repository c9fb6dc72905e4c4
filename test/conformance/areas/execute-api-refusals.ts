import type { BehaviourArea } from '../behaviour';

const TABLE = 'apps/local-cloud/src/api-gateway/testing/failure-row.ts';
const AUTHORIZE = 'apps/local-cloud/src/api-gateway/authorization/refusals.test.ts';
const ANSWER = 'apps/local-cloud/src/api-gateway/answer-request.test.ts';

export const EXECUTE_API_REFUSALS: BehaviourArea = {
  title: 'API Gateway: who is refused, and how',
  behaviours: [
    {
      id: 'execute-api-default-body',
      what: 'A refusal is `{"message":…}` as application/json, with x-amzn-RequestId, x-amzn-ErrorType and x-amz-apigw-id.',
      source: 'API Gateway Developer Guide, "Gateway responses in API Gateway"; public captures',
      test: {
        file: TABLE,
        name: 'answers 403 MissingAuthenticationTokenException to a signed method without a signature',
      },
    },
    {
      id: 'execute-api-missing-token',
      what: 'A method with AWS_IAM and no signature is 403 MissingAuthenticationTokenException, `Missing Authentication Token`.',
      source:
        'AWS re:Post, "Troubleshoot 403 errors from API Gateway"; answers recorded from AWS (LocalStack, test_routing_not_found)',
      test: { file: AUTHORIZE, name: 'asks for a signature where none is' },
    },
    {
      id: 'execute-api-unknown-path',
      what: 'An unknown path is 403 `Missing Authentication Token` as well.',
      source: 'answers recorded from AWS (LocalStack, test_routing_not_found)',
      test: { file: ANSWER, name: 'answers an unknown path as if a signature were missing' },
    },
    {
      id: 'execute-api-unknown-method',
      what: 'So is a method that the resource does not have.',
      source: 'answers recorded from AWS (LocalStack, test_routing_not_found)',
      test: { file: ANSWER, name: 'answers an unknown method as if a signature were missing' },
    },
    {
      id: 'execute-api-bearer-unknown-path',
      what: 'An unknown path with a bearer token is 403 IncompleteSignatureException, with the SHA-256 of the header in base64, and no CORS headers.',
      source: 'a public probe of a real API, October 2026',
      test: {
        file: AUTHORIZE,
        name: 'refuses a bearer token on an unknown path in front of the API: its hash only, and no CORS',
      },
    },
    {
      id: 'execute-api-bearer',
      what: 'A signed method with a bearer token is refused in the same words.',
      source:
        'a public probe of a real API, October 2026; that gateway responses apply is not verified',
      test: { file: AUTHORIZE, name: 'refuses a bearer token on a signed method, with CORS' },
    },
    {
      id: 'execute-api-malformed-older',
      what: 'An older text quotes the malformed header itself.',
      source: 'GitHub, awslabs/aws-cognito-angular-quickstart#50',
      notModelled: 'the newer text is answered, which holds a hash: the header may be a token',
    },
    {
      id: 'execute-api-incomplete',
      what: 'A header without some of its parts is told which ones.',
      source: 'public captures',
      test: { file: AUTHORIZE, name: 'names every part that an Authorization header lacks' },
    },
    {
      id: 'execute-api-bad-signature',
      what: 'A wrong signature is 403 InvalidSignatureException, which quotes the canonical string and the string to sign that were expected.',
      source: 'GitHub, mhart/aws4#33 and #110, aws/aws-sdk-js#2372',
      test: {
        file: AUTHORIZE,
        name: 'answers a wrong signature with what should have been signed, and keeps secrets out of the log',
      },
    },
    {
      id: 'execute-api-wrong-region',
      what: "A signature for another region is `Credential should be scoped to a valid region, not '<region>'. `.",
      source:
        'GitHub, Kong/insomnia#713 and aws/aws-sdk-js-v3#1831; the name of the error is not verified',
      test: { file: AUTHORIZE, name: 'refuses a signature made for another region' },
    },
    {
      id: 'execute-api-wrong-region-newer',
      what: 'A newer text leaves out which region was named.',
      source: 'GitHub, n8n-io/n8n#21337',
      notModelled: 'the older text is answered, which says what was wrong',
    },
    {
      id: 'execute-api-wrong-service',
      what: "A signature for another service is `Credential should be scoped to correct service: 'execute-api'. `.",
      source: 'GitHub, Kong/insomnia#713; the name of the error is not verified',
      test: { file: AUTHORIZE, name: 'refuses a signature made for another service' },
    },
    {
      id: 'execute-api-clock-behind',
      what: 'A signature over five minutes old is `Signature expired: <date> is now earlier than <limit> (<now> - 5 min.)`.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"; a public capture',
      test: { file: AUTHORIZE, name: 'refuses a signature made for the past' },
    },
    {
      id: 'execute-api-clock-ahead',
      what: 'One over five minutes ahead is `Signature not yet current: <date> is still later than <limit> (<now> + 5 min.)`.',
      source: 'captures of other AWS services',
      test: { file: AUTHORIZE, name: 'refuses a signature made for the future' },
    },
    {
      id: 'execute-api-unknown-key',
      what: 'An unknown access key is 403, `The security token included in the request is invalid.`.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"',
      test: { file: AUTHORIZE, name: 'refuses an unknown key' },
    },
    {
      id: 'execute-api-bad-token',
      what: 'So is a security token that was tampered with.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"',
      test: { file: AUTHORIZE, name: 'refuses a tampered session token' },
    },
    {
      id: 'execute-api-undefined-token',
      what: 'So is the text `undefined` in its place.',
      source: 'GitHub, kndt84/aws-api-gateway-client#31',
      test: { file: AUTHORIZE, name: 'refuses the session token "undefined"' },
    },
    {
      id: 'execute-api-missing-session-token',
      what: 'So is a temporary key without any security token.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"',
      test: { file: AUTHORIZE, name: 'refuses a request without its session token' },
    },
    {
      id: 'execute-api-invalid-token-type',
      what: 'That error is called UnrecognizedClientException.',
      source: 'captures of AWS SDKs; AWS re:Post calls it AccessDeniedException',
      test: {
        file: TABLE,
        name: 'answers 403 UnrecognizedClientException to an unknown access key',
      },
    },
    {
      id: 'execute-api-expired-token',
      what: 'A session that has ended is 403 ExpiredTokenException, without a full stop.',
      source: 'captures of other AWS services; not verified for execute-api',
      test: { file: AUTHORIZE, name: 'refuses an expired session, by its own name' },
    },
    {
      id: 'execute-api-access-denied',
      what: 'A role without a statement for the method gets 403 AccessDeniedException, with a capital Message and the account of the resource masked.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"; public captures',
      test: {
        file: AUTHORIZE,
        name: 'denies a member what only administrators may, with AWS’s capital Message and masked account',
      },
    },
    {
      id: 'execute-api-explicit-deny',
      what: 'Where a statement denies, the message ends in `with an explicit deny`.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"',
      test: { file: AUTHORIZE, name: 'says when a policy denies explicitly' },
    },
    {
      id: 'execute-api-denied-because',
      what: 'A newer message may end in why: `because no identity-based policy allows the … action`.',
      source: 'messages of other AWS services; not verified',
      notModelled: 'the older message is answered; the reason is in the trace of the request',
    },
    {
      id: 'execute-api-anonymous-denied',
      what: 'Whom the policy of the API refuses without a signature is called anonymous.',
      source: 'API Gateway Developer Guide, "API Gateway resource policies"',
      test: {
        file: AUTHORIZE,
        name: 'asks the resource policy of the API also about methods that need no signature',
      },
    },
    {
      id: 'execute-api-no-stage',
      what: 'A path outside any stage is 403 Forbidden.',
      source: 'public captures',
      test: { file: ANSWER, name: 'answers Forbidden outside any stage' },
    },
  ],
};
