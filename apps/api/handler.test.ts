import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';

import { createHandler, type HandlerServices } from './handler';
import { ROUTE_HANDLERS } from './route-handlers';
import { eventBy, gatewayEvent, lambdaContext } from './testing/gateway-event';

interface Answered {
  readonly result: APIGatewayProxyResult;
  readonly content: unknown;
  /** Each log line: level, message, fields. */
  readonly logged: readonly (readonly unknown[])[];
}

async function call(
  event: APIGatewayProxyEvent,
  changes: Partial<Pick<HandlerServices, 'settings' | 'routeHandlers'>> = {},
): Promise<Answered> {
  const logged: (readonly unknown[])[] = [];
  const handle = createHandler({
    settings: { allowedOrigins: ['http://localhost:4200'], roleNamePrefix: 'gatehouse-dev-' },
    routeHandlers: ROUTE_HANDLERS,
    logger: {
      addContext: () => undefined,
      info: (...line) => logged.push(['info', ...line]),
      warn: (...line) => logged.push(['warn', ...line]),
      error: (...line) => logged.push(['error', ...line]),
    },
    ...changes,
  });
  const result = await handle(event, lambdaContext());
  return { result, content: JSON.parse(result.body) as unknown, logged };
}

const IDENTITY_ID = 'us-west-2:0d5c1b1e-7f4e-4b8a-9f40-5e6f4e4b8a9f';
const REQUEST_ID = '4f1c51e1-5e52-4a2b-8e52-8c4e5f1e7a01';
const ADMIN_ARN =
  'arn:aws:sts::123456789012:assumed-role/gatehouse-dev-admin/CognitoIdentityCredentials';

test('GET /secure answers who called, by which role and group, and the request id', async () => {
  const { result, content } = await call(gatewayEvent());
  assert.equal(result.statusCode, 200);
  assert.deepEqual(content, {
    message: 'You are signed in, and your request carried a signature that proves it.',
    route: 'GET /secure',
    caller: { identityId: IDENTITY_ID, role: 'gatehouse-dev-member', group: 'member' },
    requestId: REQUEST_ID,
  });
});

test('GET /vip answers an administrator', async () => {
  const vip = gatewayEvent({ resource: '/vip', path: '/vip' });
  const { result, content } = await call(eventBy({ userArn: ADMIN_ARN }, vip));
  assert.equal(result.statusCode, 200);
  assert.deepEqual(content, {
    message: 'You are an administrator: your role may call what other members may not.',
    route: 'GET /vip',
    caller: { identityId: IDENTITY_ID, role: 'gatehouse-dev-admin', group: 'admin' },
    requestId: REQUEST_ID,
  });
});

test('the route is the resource that the gateway matched, not the path as it was sent', async () => {
  const { content } = await call(gatewayEvent({ path: '/secure/' }));
  assert.ok(typeof content === 'object' && content !== null && 'route' in content);
  assert.equal(content.route, 'GET /secure');
});

test('a role of no group in the table is named, with no group', async () => {
  for (const role of [
    'gatehouse-dev-auditor',
    'somebody-elses-admin',
    'gatehouse-dev-constructor',
  ]) {
    const userArn = `arn:aws:sts::123456789012:assumed-role/${role}/CognitoIdentityCredentials`;
    const { content } = await call(eventBy({ userArn }));
    assert.ok(typeof content === 'object' && content !== null && 'caller' in content);
    assert.deepEqual(content.caller, { identityId: IDENTITY_ID, role, group: null });
  }
});

test('a caller who did not come through the identity pool is refused', async () => {
  for (const identity of [
    { cognitoIdentityId: null, userArn: null },
    { cognitoIdentityId: null },
    { cognitoIdentityId: '' },
    { userArn: null },
    { userArn: 'arn:aws:iam::123456789012:user/somebody' },
    { userArn: 'arn:aws:sts::123456789012:assumed-role//CognitoIdentityCredentials' },
    { userArn: `${ADMIN_ARN}\narn:aws:sts::1:assumed-role/x/y` },
  ]) {
    const { result, content, logged } = await call(eventBy(identity));
    assert.equal(result.statusCode, 403, JSON.stringify(identity));
    assert.deepEqual(content, {
      error: 'CallerUnknown',
      message:
        'The gateway named no identity of the identity pool for this request: call with credentials from signing in.',
      requestId: REQUEST_ID,
    });
    assert.equal(logged[0]?.[0], 'warn');
  }
});

test('a route that is not in the table is a 404 in JSON that a page may read', async () => {
  for (const event of [
    gatewayEvent({ resource: '/other' }),
    gatewayEvent({ httpMethod: 'POST' }),
    gatewayEvent({ resource: '/{proxy+}' }),
  ]) {
    const { result, content } = await call(event);
    assert.equal(result.statusCode, 404);
    assert.deepEqual(content, {
      error: 'NotFound',
      message: `There is no route ${event.httpMethod} ${event.resource}.`,
      requestId: REQUEST_ID,
    });
    assert.equal(result.headers?.['Access-Control-Allow-Origin'], 'http://localhost:4200');
    assert.equal(result.headers['Content-Type'], 'application/json');
  }
});

test('an answer is JSON, readable by the one allowed origin, and kept by no cache', async () => {
  const { result } = await call(gatewayEvent());
  assert.deepEqual(result.headers, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': 'http://localhost:4200',
    'Access-Control-Expose-Headers': 'Date, x-amzn-ErrorType, x-amzn-RequestId',
  });
});

test('of several allowed origins the one that asks is echoed, whatever the case of the header; any other gets the first', async () => {
  const settings = {
    allowedOrigins: ['https://a.example', 'https://b.example'],
    roleNamePrefix: 'gatehouse-dev-',
  } as const;
  const allowedFor = async (headers: APIGatewayProxyEvent['headers']): Promise<unknown> => {
    const { result } = await call(gatewayEvent({ headers }), { settings });
    assert.equal(result.headers?.Vary, 'Origin');
    return result.headers['Access-Control-Allow-Origin'];
  };
  assert.equal(await allowedFor({ origin: 'https://b.example' }), 'https://b.example');
  assert.equal(await allowedFor({ Origin: 'https://b.example' }), 'https://b.example');
  assert.equal(await allowedFor({ Origin: 'https://evil.example' }), 'https://a.example');
  assert.equal(await allowedFor({ Origin: 'https://b.example.evil.example' }), 'https://a.example');
  assert.equal(await allowedFor({ Origin: 'null' }), 'https://a.example');
  assert.equal(await allowedFor({}), 'https://a.example');
});

test('a failing route is a 500 that says nothing of why; the log says it', async () => {
  const secret = new Error('connect to 10.0.0.7 failed');
  const routeHandlers = {
    ...ROUTE_HANDLERS,
    'GET /secure': () => {
      throw secret;
    },
  };
  const { result, content, logged } = await call(gatewayEvent(), { routeHandlers });
  assert.equal(result.statusCode, 500);
  assert.deepEqual(content, {
    error: 'InternalError',
    message: 'Something went wrong on our side; the request id leads to it.',
    requestId: REQUEST_ID,
  });
  assert.deepEqual(logged, [
    ['error', 'failed', { requestId: REQUEST_ID, route: 'GET /secure', error: secret }],
  ]);
  assert.equal(result.headers?.['Access-Control-Allow-Origin'], 'http://localhost:4200');
});

test('a route cannot pass itself off as another caller', async () => {
  const routeHandlers = {
    ...ROUTE_HANDLERS,
    'GET /secure': () => ({
      message: 'hi',
      caller: 'forged',
      route: 'x',
      requestId: 'y',
      extra: 1,
    }),
  };
  const { content } = await call(gatewayEvent(), { routeHandlers });
  assert.deepEqual(content, {
    message: 'hi',
    extra: 1,
    route: 'GET /secure',
    caller: { identityId: IDENTITY_ID, role: 'gatehouse-dev-member', group: 'member' },
    requestId: REQUEST_ID,
  });
});

test('a route is given the parameters decoded, the query with every value, and the body as text', async () => {
  const seen: unknown[] = [];
  const routeHandlers: HandlerServices['routeHandlers'] = {
    ...ROUTE_HANDLERS,
    'GET /secure': ({ pathParameters, query, body }) => {
      seen.push(pathParameters, [...query], body);
      return { message: '' };
    },
  };
  const event = gatewayEvent({
    pathParameters: { id: 'a%2Fb%20c%2520' },
    multiValueQueryStringParameters: { tag: ['x', 'y'], 'q&': ['1+1'] },
    body: Buffer.from('häuschen').toString('base64'),
    isBase64Encoded: true,
  });
  await call(event, { routeHandlers });
  assert.deepEqual(seen, [
    { id: 'a/b c%20' },
    [
      ['tag', 'x'],
      ['tag', 'y'],
      ['q&', '1+1'],
    ],
    'häuschen',
  ]);
});

test('an escape in the path that is none is a 400 in JSON that names the parameter', async () => {
  for (const id of ['%', '50%', '%zz', '%ff']) {
    const { result, content } = await call(gatewayEvent({ pathParameters: { id } }));
    assert.equal(result.statusCode, 400, id);
    assert.deepEqual(content, {
      error: 'MalformedPath',
      message: 'The id in the path is not percent-encoded UTF-8. Send "%" itself as %25.',
      requestId: REQUEST_ID,
    });
  }
});

test('one log line for each call, with request id, route, role and group, and no secret', async () => {
  const { logged } = await call(gatewayEvent());
  assert.deepEqual(logged, [
    [
      'info',
      'answered',
      {
        requestId: REQUEST_ID,
        route: 'GET /secure',
        role: 'gatehouse-dev-member',
        group: 'member',
      },
    ],
  ]);
});
