import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

/** What API Gateway puts into a request that Cognito's temporary credentials have signed; shape and spelling as on AWS. */
export function gatewayEvent(changes: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent {
  return {
    resource: '/secure',
    path: '/secure',
    httpMethod: 'GET',
    headers: {
      Host: 'abc123.execute-api.us-west-2.amazonaws.com',
      origin: 'http://localhost:4200',
    },
    multiValueHeaders: { Host: ['abc123.execute-api.us-west-2.amazonaws.com'] },
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      authorizer: null,
      domainName: 'abc123.execute-api.us-west-2.amazonaws.com',
      domainPrefix: 'abc123',
      extendedRequestId: 'BJqYwEtVPHcF2Og=',
      httpMethod: 'GET',
      identity: cognitoIdentity(),
      path: '/dev/secure',
      protocol: 'HTTP/1.1',
      requestId: '4f1c51e1-5e52-4a2b-8e52-8c4e5f1e7a01',
      requestTime: '31/Jan/2026:16:22:40 +0000',
      requestTimeEpoch: 1_769_876_560_000,
      resourceId: 'res123',
      resourcePath: '/secure',
      stage: 'dev',
    },
    ...changes,
  };
}

type Identity = APIGatewayProxyEvent['requestContext']['identity'];

const USER_POOL = 'cognito-idp.us-west-2.amazonaws.com/us-west-2_AbCdEfGhI';

export function cognitoIdentity(changes: Partial<Identity> = {}): Identity {
  return {
    accessKey: 'ASIAEXAMPLEACCESSKEY',
    accountId: '123456789012',
    apiKey: 'example-key-of-at-least-20-characters',
    apiKeyId: 'key123',
    caller: 'AROAEXAMPLE:CognitoIdentityCredentials',
    clientCert: null,
    cognitoAuthenticationProvider: `${USER_POOL},${USER_POOL}:CognitoSignIn:5f0e4b5e-6f4e-4b8a-9f40-0d9c7a3b1c2d`,
    cognitoAuthenticationType: 'authenticated',
    cognitoIdentityId: 'us-west-2:0d5c1b1e-7f4e-4b8a-9f40-5e6f4e4b8a9f',
    cognitoIdentityPoolId: 'us-west-2:1d5c1b1e-7f4e-4b8a-9f40-5e6f4e4b8a9f',
    principalOrgId: null,
    sourceIp: '127.0.0.1',
    user: 'AROAEXAMPLE:CognitoIdentityCredentials',
    userAgent: 'Mozilla/5.0',
    userArn:
      'arn:aws:sts::123456789012:assumed-role/gatehouse-dev-member/CognitoIdentityCredentials',
    ...changes,
  };
}

/** The same event, with what the gateway says of the caller changed. */
export function eventBy(
  changes: Partial<Identity>,
  event: APIGatewayProxyEvent = gatewayEvent(),
): APIGatewayProxyEvent {
  return {
    ...event,
    requestContext: { ...event.requestContext, identity: cognitoIdentity(changes) },
  };
}

export function lambdaContext(): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'gatehouse-dev-api',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-west-2:123456789012:function:gatehouse-dev-api',
    memoryLimitInMB: '256',
    awsRequestId: 'f6f0c1f5-3c36-4f63-8a0c-6f0d1c6c1e11',
    logGroupName: '/aws/lambda/gatehouse-dev-api',
    logStreamName: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
    getRemainingTimeInMillis: () => 3000,
    /* eslint-disable @typescript-eslint/no-deprecated -- the type demands them still */
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
