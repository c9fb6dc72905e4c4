import assert from 'node:assert/strict';
import test from 'node:test';

import { buildGateway } from '../testing/build-gateway';
import { buildApi, buildFunction, buildMethod, buildRole, invoke } from '../testing/build-model';
import { call, headerOf } from '../testing/call-gateway';

const ANY_METHOD = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };

/** By how a member who may call /secure only is refused. Never for the signature, which is right. */
const TRICKS = {
  AccessDeniedException: ['/dev//vip', '/dev/vip/', '//dev/vip', '/dev/vip?a=/secure'],
  BadRequestException: ['/dev/vip%00', '/dev/vip#/secure'],
  MissingAuthenticationTokenException: [
    '/dev/secure/../vip',
    '/dev/secure/..%2Fvip',
    '/dev/secure/%2e%2e/vip',
    '/dev/secure%2F..%2Fvip',
    '/dev/%76ip',
    '/dev/vip%2f',
    '/dev/./vip',
    '///dev///vip//',
    '/dev/VIP',
    '/dev/vip;/secure',
  ],
} as const;

for (const [type, targets] of Object.entries(TRICKS)) {
  for (const target of targets) {
    test(`does not let a member reach /vip as ${target}: ${type}`, async () => {
      const gateway = buildGateway();
      const response = await call(gateway, { target });
      assert.equal(headerOf(response, 'x-amzn-ErrorType'), type, response.decision);
      assert.equal(response.status, type === 'BadRequestException' ? 400 : 403);
      assert.equal(gateway.events.length, 0);
    });
  }
}

for (const target of Object.values(TRICKS).flat()) {
  test(`does not let ${target} past an explicit deny, behind a greedy path and a policy that allows all else`, async () => {
    const roles = [
      buildRole(
        'member',
        invoke('All', 'Allow', '*'),
        invoke('NoVip', 'Deny', 'GET/vip', 'GET/secure/vip'),
      ),
    ];
    const restApis = [
      buildApi({ methods: [buildMethod('GET /vip'), buildMethod('ANY /{proxy+}')] }),
    ];
    const gateway = buildGateway({
      model: { roles, restApis, functions: [buildFunction({ permissions: [ANY_METHOD] })] },
    });
    const response = await call(gateway, { target });
    const reachedAsVip = gateway.events.some(({ resource }) => resource === '/vip');
    assert.equal(reachedAsVip, false, response.decision);
    for (const event of gateway.events) {
      assert.ok(!readsAsVip(String(event.path)), `${String(event.path)}: ${response.decision}`);
    }
  });
}

test('denies /secure/ where the policy says /secure: AWS routes both, and which one its policies see is not documented', async () => {
  const response = await call(buildGateway(), { target: '/dev/secure/' });
  assert.equal(headerOf(response, 'x-amzn-ErrorType'), 'AccessDeniedException');
});

test('lets an escaped parameter through where the policy allows every reading of it', async () => {
  const gateway = buildGateway();
  const response = await call(gateway, { target: '/dev/items/us-west-2%3Aabc' });
  assert.equal(response.status, 200, response.decision);
  assert.deepEqual(gateway.events[0]?.pathParameters, { id: 'us-west-2%3Aabc' });
});

/** How a careless handler may read a path: decoded once, dots resolved, slashes collapsed. */
function readsAsVip(path: string): boolean {
  const { pathname } = new URL(path.replace(/%2f/gi, '/'), 'http://handler');
  return decodeURIComponent(pathname).replace(/\/+/g, '/').replace(/\/$/, '') === '/vip';
}
