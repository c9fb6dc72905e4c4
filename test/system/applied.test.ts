import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { GetTokensFromRefreshTokenCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { AppliedObject, AppliedStore } from '@gatehouse/applied-store';
import { zipSync } from 'fflate';

import { BootError } from '../../apps/local-cloud/src/boot-error';
import type { LocalCloud } from '../../apps/local-cloud/src/local-cloud';
import { stateJson } from '../../libs/auth-model/src/testing/state.fixture';
import { start, startApplied, theOne } from './applied-cloud';
import { applyInto, synthesizedAsApplied } from './applied-stack';
import { getCredentials, readConfig, sendCall, signCall, signIn, userPoolClient } from './caller';
import { STACK, temporaryFolder } from './refused-start';
import { assertRefused, PASSWORD } from './signed-in-cloud';

test('serves what was applied, and takes over what is applied meanwhile', async (t) => {
  const { cloud, store, apply, log } = await startApplied(t);
  const config = await readConfig(cloud.origins.website);
  assert.equal(config.apiUrl, `${cloud.origins.api}/dev`);
  const { idToken, refreshToken } = await signIn(config, 'admin', PASSWORD);
  const admin = await getCredentials(config, idToken);
  const call = async (path: string) => sendCall(config, signCall(config, admin, { path }));
  assert.deepEqual([(await call('/secure')).status, (await call('/vip')).status], [200, 200]);

  await t.test('a removed method is gone at once, and the same session goes on', async () => {
    apply(() => {
      removeRoute(store, 'GET', 'vip');
    });
    assertRefused(
      await call('/vip'),
      403,
      'MissingAuthenticationTokenException',
      /Missing Authentication Token/,
    );
    assert.equal((await call('/secure')).status, 200);
    const refreshed = await userPoolClient(config).send(
      new GetTokensFromRefreshTokenCommand({
        ClientId: config.userPoolClientId,
        RefreshToken: refreshToken,
      }),
    );
    assert.ok(refreshed.AuthenticationResult?.IdToken);
    const [line] = log.filter((one) => one.startsWith('took over'));
    assert.match(
      line ?? '',
      /^took over dev as applied: 1 method, 4 roles, .*; removed GET \/vip$/,
    );
  });

  await t.test('a changed function is served with its new code', async () => {
    const zip = join(store.folder, '..', 'new.zip');
    const code = 'exports.handler = async () => ({ statusCode: 200, body: "new code" });';
    writeFileSync(zip, zipSync({ 'index.js': Buffer.from(code) }));
    apply(() => {
      const fn = theOne(store, 'aws_lambda_function');
      store.replace({ ...fn, content: store.keepContent(zip) });
    });
    assert.equal((await call('/secure')).body, 'new code');
    assert.match(log.join('\n'), /changed function gatehouse-dev-api/);
  });

  await t.test('what is not whole yet changes nothing', async () => {
    const stage = theOne(store, 'aws_api_gateway_stage');
    const pool = theOne(store, 'aws_cognito_user_pool');
    apply(() => {
      store.remove(pool.type, pool.id);
    });
    assert.equal((await call('/secure')).status, 200);
    assert.match(log.join('\n'), /is not whole, and dev as applied goes on: .*user pool/);
    apply(() => {
      store.add(pool);
      store.replace(stage);
    });
    await signIn(config, 'user', PASSWORD);
  });

  await t.test('everything destroyed: requests are refused, and the operator is told', async () => {
    apply(() => {
      for (const { type, id } of store.list()) store.remove(type, id);
    });
    assert.equal((await call('/secure')).status, 503);
    assert.match(
      log.join('\n'),
      /dev as applied has been destroyed: .*; restart npm start to serve the synthesized/,
    );
    assert.deepEqual((await readStackOf(cloud)).source, 'nothing is applied');
  });
});

test('takes over what is applied while the synthesized stack is played, with users of its own', async (t) => {
  const folder = temporaryFolder(t);
  const storeDir = join(folder, 'store', 'dev');
  const { cloud, crank, log } = await start(t, folder, {
    source: { kind: 'synthesized', stackDir: STACK },
    storeDir,
  });
  assert.deepEqual((await readStackOf(cloud)).source, {
    kind: 'synthesized',
    from: join(STACK, 'cdk.tf.json'),
    words: 'gatehouse-dev as synthesized',
  });
  const store = applyInto(storeDir);
  renamePool(store);
  crank.pass(1_250);
  assert.match(log.join('\n'), /took over dev as applied: 2 methods/);
  assert.match(
    log.join('\n'),
    /^the user pool is another one now: .* stay with gatehouse-dev as synthesized, which a plain npm start serves/m,
  );
  const config = await readConfig(cloud.origins.website);
  const member = await getCredentials(config, (await signIn(config, 'user', PASSWORD)).idToken);
  assert.equal((await sendCall(config, signCall(config, member))).status, 200);
});

test('boots from what terraform show -json prints of a state', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'state.json');
  writeFileSync(file, stateJson(synthesizedAsApplied()));
  const { cloud } = await start(t, folder, {
    source: { kind: 'state', file, assetsDir: STACK },
    storeDir: undefined,
  });
  const config = await readConfig(cloud.origins.website);
  const { idToken } = await signIn(config, 'admin', PASSWORD);
  const admin = await getCredentials(config, idToken);
  const answer = await sendCall(config, signCall(config, admin, { path: '/vip' }));
  assert.equal(answer.status, 200);
});

test('says what to run when nothing was applied yet', async (t) => {
  const folder = temporaryFolder(t);
  const storeDir = join(folder, 'dev');
  await assert.rejects(
    start(t, folder, { source: { kind: 'applied', storeDir }, storeDir }),
    (error) =>
      error instanceof BootError &&
      error.code === 'ERR_NOTHING_APPLIED' &&
      error.message.includes('npm run deploy:local'),
  );
  assert.equal(existsSync(`${storeDir}.origins.json`), false);
});

/** The stand-in gives ids of its own. */
function renamePool(store: AppliedStore): void {
  const { id } = theOne(store, 'aws_cognito_user_pool');
  const other = `${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`;
  for (const object of store.list()) {
    store.remove(object.type, object.id);
    const renamed = JSON.stringify(object).replaceAll(id, other);
    store.add(JSON.parse(renamed) as AppliedObject);
  }
}

function removeRoute(store: AppliedStore, httpMethod: string, part: string): void {
  const resource = store
    .ofType('aws_api_gateway_resource')
    .find(({ values }) => values.path_part === part);
  for (const type of ['aws_api_gateway_method', 'aws_api_gateway_integration']) {
    for (const { id, values } of store.ofType(type)) {
      const isOfRoute = values.resource_id === resource?.id && values.http_method === httpMethod;
      if (isOfRoute) store.remove(type, id);
    }
  }
}

async function readStackOf(cloud: LocalCloud): Promise<{ readonly source: unknown }> {
  const token = readFileSync(cloud.operatorTokenFile, 'utf8').trim();
  const headers = { 'X-Gatehouse-Token': token };
  const answer = await fetch(`${cloud.origins.operator}/stack`, { headers });
  return (await answer.json()) as { readonly source: unknown };
}
