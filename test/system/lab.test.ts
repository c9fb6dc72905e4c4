/** The laboratory over HTTP: faults look as AWS's own, and everything that runs out does so by the clock that was moved. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import type { Answer } from '../../apps/local-cloud/src/http/testing/wire';
import type {
  FaultsAnswer,
  FaultOrder,
  LabClockAnswer,
  StackAnswer,
} from '../../apps/local-cloud/src/operator/answers';
import { startLocalCloudProcess } from '../local-cloud-process';
import { getCredentials, headerOf, sendCall, signCall, signIn } from './caller';
import { assertReadableByBrowser, assertRefused, PASSWORD, signedInCloud } from './signed-in-cloud';

const it = signedInCloud(['--lab']);
const MINUTE_MS = 60_000;

async function put(path: string, body: object): Promise<void> {
  const init = { method: 'PUT', body: JSON.stringify(body) };
  const answer = await it.cloud.askOperator(path, init);
  assert.equal(answer.status, 200, await answer.text());
}

const order = (...faults: readonly FaultOrder[]): Promise<void> => put('/lab/faults', { faults });
const advance = (minutes: number): Promise<void> =>
  put('/lab/clock', { advanceMs: minutes * MINUTE_MS });

/** A member's call, by a clock that is so far ahead of this machine's. */
function call(aheadMinutes = 0): Promise<Answer> {
  const signedAt = new Date(Date.now() + aheadMinutes * MINUTE_MS);
  return sendCall(it.config, signCall(it.config, it.member, {}, signedAt));
}

afterEach(async () => {
  await order();
  await put('/lab/clock', { reset: true });
});

test('a storm of 429 answers as the gateway does to too many requests, and ends when it is taken away', async () => {
  await order({ service: 'api', kind: 'throttle' });
  const refused = await call();
  assertRefused(refused, 429, 'TooManyRequestsException', /^Too Many Requests$/);
  assertReadableByBrowser(refused, it.cloud.website);
  await order();
  assert.equal((await call()).status, 200);
});

test('an API that fails answers 5xx, and a browser can read that too', async () => {
  await order({ service: 'api', kind: 'error', path: '/dev/secure', every: 2 });
  assert.equal((await call()).status, 200);
  const failed = await call();
  assertRefused(failed, 500, 'InternalServerErrorException', /^Internal server error$/);
  assertReadableByBrowser(failed, it.cloud.website);
  const state = (await it.cloud.readOperator('/lab/faults')) as FaultsAnswer;
  assert.deepEqual(
    state.faults.map(({ met, hit }) => ({ met, hit })),
    [{ met: 2, hit: 1 }],
  );
});

test('without CORS headers, the answer itself is the same', async () => {
  await order({ service: 'api', kind: 'no-cors', times: 1 });
  const mute = await call();
  assert.equal(mute.status, 200);
  assert.equal(headerOf(mute, 'Access-Control-Allow-Origin'), undefined);
  assertReadableByBrowser(await call(), it.cloud.website);
});

test('Cognito refuses too many sign-ins as Cognito does, and only the operation that was named', async () => {
  await order({ service: 'userPools', kind: 'throttle', operation: 'InitiateAuth' });
  await assert.rejects(signIn(it.config, 'user', PASSWORD), { name: 'TooManyRequestsException' });
  await order({ service: 'userPools', kind: 'throttle', operation: 'SignUp' });
  assert.ok((await signIn(it.config, 'user', PASSWORD)).idToken);
});

test('S3 fails as S3 does, of the objects that the fault is about', async () => {
  const { origins } = (await it.cloud.readOperator('/stack')) as StackAnswer;
  const get = async (path: string, method = 'GET') => {
    const answer = await fetch(`${origins.s3 ?? ''}${path}`, { method });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  await order(
    { service: 's3', kind: 'throttle', path: '/busy/' },
    { service: 's3', kind: 'error', path: '/broken/' },
  );
  const busy = await get('/busy/a.txt');
  assert.equal(busy.status, 503);
  assert.equal(busy.headers.get('Content-Type'), 'application/xml');
  assert.match(
    busy.text,
    /<Error><Code>SlowDown<\/Code><Message>Please reduce your request rate\.<\/Message><RequestId>/,
  );
  const broken = await get('/broken/a.txt');
  assert.equal(broken.status, 500);
  assert.match(broken.text, /<Code>InternalError<\/Code>/);
  const head = await get('/busy/a.txt', 'HEAD');
  assert.deepEqual([head.status, head.text], [503, '']);
  assert.equal((await get('/calm/a.txt')).status, 404);
});

test('a clock that is twenty years ahead goes no further, and says so', async () => {
  const TWENTY_YEARS_MS = 20 * 365 * 86_400_000;
  await put('/lab/clock', { advanceMs: TWENTY_YEARS_MS - MINUTE_MS });
  const init = { method: 'PUT', body: JSON.stringify({ advanceMs: 5 * MINUTE_MS }) };
  const answer = await it.cloud.askOperator('/lab/clock', init);
  assert.equal(answer.status, 400);
  assert.match(((await answer.json()) as { message: string }).message, /^The clock goes at most/);
  const { offsetMs } = (await it.cloud.readOperator('/lab/clock')) as LabClockAnswer;
  assert.ok(Math.abs(offsetMs - (TWENTY_YEARS_MS - MINUTE_MS)) < 1000, String(offsetMs));
});

test('what stays in force goes on counting when another fault is ordered', async () => {
  const every = { service: 'api', kind: 'error', every: 3 } as const;
  await order(every);
  await call();
  await order(every, { service: 'website', kind: 'error', path: '/nothing' });
  const { faults } = (await it.cloud.readOperator('/lab/faults')) as FaultsAnswer;
  assert.deepEqual(
    faults.map(({ met }) => met),
    [1, 0],
  );
});

test('six minutes further, what was signed by the real time has expired, and a skewed clock signs well', async () => {
  await advance(6);
  assertRefused(await call(), 403, 'InvalidSignatureException', /^Signature expired: /);
  assert.equal((await call(6)).status, 200);
});

test('an hour and five minutes further, the session has expired, and a new one is good', async () => {
  await advance(65);
  assertRefused(
    await call(65),
    403,
    'ExpiredTokenException',
    /^The security token included in the request is expired$/,
  );
  const { idToken } = await signIn(it.config, 'user', PASSWORD);
  const anew = await getCredentials(it.config, idToken);
  const signedAt = new Date(Date.now() + 65 * MINUTE_MS);
  const answer = await sendCall(it.config, signCall(it.config, anew, {}, signedAt));
  assert.equal(answer.status, 200, answer.body);
});

for (const [path, body, because] of [
  ['/lab/clock', {}, /Say one of: "advanceMs"/],
  ['/lab/clock', { at: '2027-01-01' }, /has no time of the day/],
  ['/lab/clock', { at: '9999-12-31T00:00:00Z' }, /at most 20 years .* not to 9999-12-31T00:00Z/],
  ['/lab/faults', {}, /"faults" must be a list/],
  ['/lab/faults', { faults: [{ service: 'sts', kind: 'error' }] }, /faults\[0\]\.service/],
  ['/lab/faults', { faults: [{ service: 'api', kind: 'delay' }] }, /delayMs is missing/],
] as const) {
  test(`refuses ${JSON.stringify(body)} for ${path}, and leaves what is in force`, async () => {
    await order({ service: 'website', kind: 'error', path: '/nothing' });
    const init = { method: 'PUT', body: JSON.stringify(body) };
    const answer = await it.cloud.askOperator(path, init);
    assert.equal(answer.status, 400);
    assert.match(((await answer.json()) as { message: string }).message, because);
    const { faults } = (await it.cloud.readOperator('/lab/faults')) as FaultsAnswer;
    assert.equal(faults[0]?.path, '/nothing');
  });
}

test('moves nothing for who sends no token', async () => {
  const body = JSON.stringify({ frozen: true });
  const answer = await it.cloud.askOperator('/lab/clock', { method: 'PUT', body, headers: {} });
  assert.equal(answer.status, 401);
  assert.partialDeepStrictEqual(await it.cloud.readOperator('/lab/clock'), { frozen: false });
});

test('is not there for a local cloud that was not started for it', async () => {
  const cloud = await startLocalCloudProcess();
  try {
    for (const path of ['/lab/clock', '/lab/faults']) {
      assert.equal((await cloud.askOperator(path)).status, 404);
      const init = { method: 'PUT', body: JSON.stringify({ reset: true }) };
      assert.equal((await cloud.askOperator(path, init)).status, 404);
    }
    const { endpoints } = (await cloud.readOperator('/endpoints')) as {
      endpoints: readonly { path: string }[];
    };
    assert.deepEqual(
      endpoints.filter(({ path }) => path.startsWith('/lab')),
      [],
    );
  } finally {
    await cloud.stop();
  }
});
