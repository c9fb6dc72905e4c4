import assert from 'node:assert/strict';
import test from 'node:test';

import { ADMIN, buildGateway } from './testing/build-gateway';
import { buildApi, buildMethod, known, type GatewayModel } from './testing/build-model';
import { ALLOW_ORIGIN, assertFailure, call, headerOf } from './testing/call-gateway';

test('lets a member read what members may', async () => {
  const gateway = buildGateway();
  const response = await call(gateway);
  assert.equal(response.status, 200, response.decision);
  assert.equal(response.body, '{"ok":true}');
  assert.match(headerOf(response, 'X-Amzn-Trace-Id') ?? '', /^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
  assert.match(
    response.decision,
    /^200 gatehouse-dev-member \(authenticated role\) may GET \/secure: statement CallGetSecure of inline policy/,
  );
  assert.equal(gateway.events.length, 1);
});

test('lets an administrator read the rest, and says why in the log', async () => {
  const response = await call(buildGateway(), { credentials: ADMIN, target: '/dev/vip' });
  assert.equal(response.status, 200, response.decision);
  assert.match(
    response.decision,
    /^200 gatehouse-dev-admin \(preferred role\) may GET \/vip: statement CallGetVip of/,
  );
});

for (const [what, target, method] of [
  ['path', '/dev/nothing', 'GET'],
  ['method', '/dev/vip', 'DELETE'],
] as const) {
  test(`answers an unknown ${what} as if a signature were missing`, async () => {
    const gateway = buildGateway();
    const missing = { message: 'Missing Authentication Token' };
    const unsigned = await gateway.send({ target, method });
    assertFailure(unsigned, 403, 'MissingAuthenticationTokenException', missing);
    const signed = await call(gateway, { target, method, credentials: ADMIN });
    assertFailure(signed, 403, 'MissingAuthenticationTokenException', missing);
  });
}

test('answers a preflight without credentials or key', async () => {
  const response = await buildGateway().send({
    method: 'OPTIONS',
    headers: { Origin: 'http://localhost:4200' },
  });
  assert.equal(response.status, 200, response.decision);
  assert.equal(response.body, '');
  assert.equal(headerOf(response, 'Content-Type'), 'application/json');
  assert.equal(headerOf(response, ALLOW_ORIGIN), 'http://localhost:4200');
  assert.equal(headerOf(response, 'X-Amzn-Trace-Id'), undefined);
});

test('answers Forbidden outside any stage', async () => {
  for (const target of ['/', '/prod/secure', '*', 'http://localhost:4203/dev/secure']) {
    assertFailure(await buildGateway().send({ target }), 403, 'ForbiddenException', {
      message: 'Forbidden',
    });
  }
});

test('refuses request lines and headers over 10,240 bytes, and ARNs over 1,600', async () => {
  const gateway = buildGateway();
  assert.equal((await gateway.send({ headers: { 'x-long': 'a'.repeat(10_240) } })).status, 431);
  assert.equal((await gateway.send({ target: `/dev/${'a'.repeat(1_600)}` })).status, 414);
});

test('says loudly that X-HTTP-Method-Override is not emulated', async () => {
  const response = await buildGateway().send({ headers: { 'X-HTTP-Method-Override': 'DELETE' } });
  assert.equal(response.status, 501);
  assert.match(String(response.body), /X-HTTP-Method-Override is not emulated/);
});

test('refuses a body over 10 MB in plain text, without CORS', () => {
  const response = buildGateway().service.refuse({ reason: 'body-too-large', detail: '' }, 'id');
  assert.equal(response.status, 413);
  assert.equal(response.body, 'HTTP content length exceeded 10485760 bytes.');
  assert.equal(headerOf(response, 'Content-Type'), 'text/plain');
  assert.equal(headerOf(response, ALLOW_ORIGIN), undefined);
});

test('answers our own fault in AWS’s words and keeps the detail for the log', () => {
  const response = buildGateway().service.refuse(
    { reason: 'internal-error', detail: 'Error: at x.ts:1' },
    'id',
  );
  assert.deepEqual([response.status, response.body], [500, '{"message":"Internal server error"}']);
  assert.match(response.decision, /at x\.ts:1/);
});

test('stops the boot at an authorizer', () => {
  const boot = (model: Partial<GatewayModel>) => () => buildGateway({ model });
  const custom = buildMethod('GET /x', { authorization: known('CUSTOM') });
  assert.throws(boot({ restApis: [buildApi({ methods: [custom] })] }), {
    code: 'ERR_API_GATEWAY_AUTHORIZATION',
    message: /aws_api_gateway_method\.GET\/x has authorization CUSTOM/,
  });
  const open = buildMethod('GET /x', {
    authorization: { kind: 'unknown', because: 'known after apply' },
  });
  assert.throws(boot({ restApis: [buildApi({ methods: [open] })] }), {
    code: 'ERR_API_GATEWAY_UNSETTLED',
  });
  assert.throws(boot({ functions: [] }), { code: 'ERR_API_GATEWAY_FUNCTION' });
});

test('says at the boot when no key can be good for a stage', () => {
  const lines: string[] = [];
  buildGateway({ model: { usagePlans: [] }, log: (line) => lines.push(line) });
  assert.match(lines.join('\n'), /stage dev of .* is in no usage plan/);
});

test('answers Forbidden where the stack has no API', async () => {
  const response = await buildGateway({ model: { restApis: [] } }).send();
  assertFailure(response, 403, 'ForbiddenException', { message: 'Forbidden' });
});
