import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Bucket } from '@gatehouse/auth-model';

import {
  API_KEY_VALUE,
  buildApi,
  buildMethod,
  buildStage,
} from '../../api-gateway/testing/build-model';
import type { CanAnswer, MatrixAnswer, RolesAnswer, StackAnswer, UsageAnswer } from '../answers';
import { operate } from '../testing/operate';

const HOUR_MS = 3_600_000;

test('says what is played, of what it is made and what it leaves out', async () => {
  const { body } = await operate().ask('GET', '/stack');
  const stack = body as StackAnswer;
  assert.equal(stack.region, 'us-west-2');
  assert.equal(stack.parts['user pools'], 1);
  assert.equal(stack.parts.methods, 2);
  assert.deepEqual(
    stack.notModelled.map(({ address }) => address),
    ['aws_cloudwatch_log_group.api'],
  );
  assert.equal(stack.stages[0]?.name, 'gatehouse-dev/dev');
});

test('names every website by its bucket, and none where no bucket has one', async () => {
  const websites = async (parts?: Parameters<typeof operate>[0]) =>
    ((await operate(parts).ask('GET', '/stack')).body as StackAnswer).websites;
  const bucket = (name: string, port?: number): Bucket => ({
    address: `aws_s3_bucket.${name}`,
    name,
    arn: `arn:aws:s3:::${name}`,
    objects: [],
    ...(port !== undefined && {
      website: { endpoint: `localhost:${port}`, indexDocument: 'index.html', routingRules: [] },
    }),
  });
  const buckets = [bucket('site', 4200), bucket('files'), bucket('charts', 4206)];
  assert.deepEqual(await websites({ parts: { buckets } }), [
    { name: 'site', url: 'http://localhost:4200' },
    { name: 'charts', url: 'http://localhost:4206' },
  ]);
  assert.deepEqual(await websites(), []);
});

test('counts what a key has used of its plan, with the offset of the first window, and shows no value of a key', async () => {
  const { ask, usage, idp } = operate();
  usage.record('plan01', 'key001', idp.clock.now());
  usage.record('plan01', 'key001', idp.clock.now());
  const read = async () => (await ask('GET', '/usage')).body as UsageAnswer;
  const quota = (answer: UsageAnswer) => answer.plans[0]?.keys[0]?.quota;
  const now = await read();
  assert.deepEqual([quota(now)?.used, quota(now)?.limit], [2, 6]);
  assert.deepEqual(now.keysWithoutPlan, ['lonely']);
  assert.doesNotMatch(JSON.stringify(now), new RegExp(API_KEY_VALUE));
  idp.clock.nowMs += 25 * HOUR_MS;
  const later = await read();
  assert.deepEqual([quota(later)?.used, quota(later)?.limit], [0, 10]);
});

test('writes the statements of every role as IAM does', async () => {
  const { roles } = (await operate().ask('GET', '/roles')).body as RolesAnswer;
  assert.deepEqual(roles[0]?.policies[0], {
    name: 'inline policy "Invoke" of role gatehouse-dev-member',
    statements: [
      {
        Sid: 'CallSecure',
        Effect: 'Allow',
        Action: 'execute-api:Invoke',
        Resource: 'arn:aws:execute-api:us-west-2:123456789012:a1b2c3d4e5/dev/GET/secure',
      },
    ],
  });
});

test('weighs the matrix of what is played', async () => {
  const matrix = (await operate().ask('GET', '/matrix')).body as MatrixAnswer;
  assert.deepEqual(
    matrix.routes.map(({ name }) => name),
    ['GET /secure', 'GET /vip'],
  );
  assert.equal(matrix.cells[0]?.allowed, false);
});

test('says whether somebody can call a path', async () => {
  const { status, body } = await operate().ask('GET', '/can?principal=guest&method=get&path=/vip');
  assert.equal(status, 200);
  assert.match(JSON.stringify(body), /"allowed":false/);
});

test('answers for one stage where it is named', async () => {
  const stages = [buildStage(), buildStage({ name: 'live' })];
  const restApis = [buildApi({ methods: [buildMethod('GET /vip')], stages })];
  const { ask } = operate({ parts: { restApis } });
  const cellsAt = async (stage: string) => {
    const { body } = await ask('GET', `/can?principal=guest&method=GET&path=/vip${stage}`);
    return (body as CanAnswer).cells.map(({ route }) => route);
  };
  const both = ['gatehouse-dev/dev GET /vip', 'gatehouse-dev/live GET /vip'];
  assert.deepEqual(await cellsAt(''), both);
  assert.deepEqual(await cellsAt('&stage=live'), both.slice(1));
  assert.deepEqual(await cellsAt('&stage=gatehouse-dev/dev'), both.slice(0, 1));
});

for (const [query, status, said] of [
  ['method=GET&path=/vip', 400, /principal/],
  ['principal=guest&path=/vip', 400, /method/],
  ['principal=guest&method=GET&path=', 400, /path/],
  ['principal=guest&method=GET&path=vip', 400, /begin with a slash/],
  [`principal=${'a'.repeat(2049)}&method=GET&path=/vip`, 400, /1 to 2048/],
  ['principal=nobody&method=GET&path=/vip', 404, /There is no nobody here/],
  ['principal=guest&method=GET&path=/vip&stage=', 400, /stage/],
  [
    'principal=guest&method=GET&path=/vip&stage=test',
    404,
    /There is no stage test with a route: there is gatehouse-dev\/dev/,
  ],
  ['principal=guest&method=GET&path=/a/b', 404, /There is no route for GET \/a\/b/],
] as const) {
  test(`refuses to answer /can?${query.slice(0, 60)}: ${String(status)}`, async () => {
    const answer = await operate().ask('GET', `/can?${query}`);
    assert.equal(answer.status, status);
    assert.match(JSON.stringify(answer.body), said);
  });
}

test('answers of nothing when nothing is applied', async () => {
  const { ask } = operate({ isApplied: false });
  const { source, parts } = (await ask('GET', '/stack')).body as StackAnswer;
  assert.deepEqual([source, parts], ['nothing is applied', {}]);
  assert.deepEqual(((await ask('GET', '/matrix')).body as MatrixAnswer).routes, []);
  assert.deepEqual(((await ask('GET', '/roles')).body as RolesAnswer).roles, []);
  assert.deepEqual(((await ask('GET', '/usage')).body as UsageAnswer).plans, []);
  assert.equal((await ask('GET', '/can?principal=guest&method=GET&path=/')).status, 409);
});
