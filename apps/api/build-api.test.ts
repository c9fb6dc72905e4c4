import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { unzipSync } from 'fflate';

import { buildApi, watchApi } from './build-api';
import { reproducibleZip } from './reproducible-zip';
import { gatewayEvent, lambdaContext } from './testing/gateway-event';

const ROOT = resolve(import.meta.dirname, '../..');

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-api-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The least that can be built, in a folder of its own. */
function smallRepository(t: TestContext): string {
  const root = temporaryFolder(t);
  mkdirSync(join(root, 'apps/api'), { recursive: true });
  writeFileSync(join(root, 'tsconfig.base.json'), '{}');
  writeFileSync(join(root, 'apps/api/index.ts'), "export const handler = (): string => 'one';");
  return root;
}

/** What another process, elsewhere in the world and with another umask, builds. */
function buildElsewhere(outDir: string, TZ: string, umask: string): Buffer {
  const module = pathToFileURL(join(import.meta.dirname, 'build-api.ts')).href;
  const program = `process.umask(${umask});
    const { buildApi } = await import('${module}');
    await buildApi({ root: ${JSON.stringify(ROOT)}, outDir: ${JSON.stringify(outDir)} });`;
  execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: ROOT,
    env: { ...process.env, TZ },
  });
  return readFileSync(join(outDir, 'function.zip'));
}

test('the zip has the same bytes in every time zone, under every umask, in whichever folder it is made', (t) => {
  const tokyo = buildElsewhere(join(temporaryFolder(t), 'a'), 'Asia/Tokyo', '0o077');
  const utc = buildElsewhere(temporaryFolder(t), 'UTC', '0o002');
  assert.equal(tokyo.equals(utc), true);
  assert.ok(utc.length > 1000);
});

test('the zip holds the bundle that lies beside it, and the handler in it answers', async (t) => {
  const outDir = temporaryFolder(t);
  await buildApi({ root: ROOT, outDir });
  const files = unzipSync(readFileSync(join(outDir, 'function.zip')));
  assert.deepEqual(Object.keys(files), ['index.mjs']);
  assert.equal(
    readFileSync(join(outDir, 'index.mjs')).equals(files['index.mjs'] ?? Buffer.alloc(0)),
    true,
  );

  writeFileSync(
    join(outDir, 'call.mjs'),
    `import { handler } from './index.mjs';
     const answer = await handler(${JSON.stringify(gatewayEvent())}, ${JSON.stringify(lambdaContext())});
     process.stdout.write('\\n' + JSON.stringify({ length: handler.length, answer }));`,
  );
  const printed = execFileSync(process.execPath, [join(outDir, 'call.mjs')], {
    env: {
      ALLOWED_ORIGINS: 'http://localhost:4200',
      ROLE_NAME_PREFIX: 'gatehouse-dev-',
      POWERTOOLS_SERVICE_NAME: 'gatehouse',
    },
    encoding: 'utf8',
  });
  const [logLine = '', result = ''] = printed
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  assert.match(result, /^\{"length":2,"answer":\{"statusCode":200,/);
  const logged: unknown = JSON.parse(logLine);
  assert.ok(typeof logged === 'object' && logged !== null);
  const { service, message, requestId, route, role, group, level } = logged as Record<
    string,
    unknown
  >;
  assert.deepEqual(
    { service, message, requestId, route, role, group, level },
    {
      service: 'gatehouse',
      message: 'answered',
      requestId: gatewayEvent().requestContext.requestId,
      route: 'GET /secure',
      role: 'gatehouse-dev-member',
      group: 'member',
      level: 'INFO',
    },
  );
  for (const secret of ['ASIAEXAMPLEACCESSKEY', 'example-key-of-at-least-20-characters']) {
    assert.equal(printed.includes(secret), false);
  }
});

test('the order in which files are given does not matter', () => {
  const [a, b] = [Buffer.from('one'), Buffer.from('two')];
  assert.deepEqual(reproducibleZip({ a, b }), reproducibleZip({ b, a }));
});

test('the same sources in another folder give the same bytes', async (t) => {
  const zips: Buffer[] = [];
  for (const root of [smallRepository(t), smallRepository(t)]) {
    await buildApi({ root });
    zips.push(readFileSync(join(root, 'dist/api/function.zip')));
  }
  assert.equal(zips[0]?.equals(zips[1] ?? Buffer.alloc(0)), true);
});

test('a source that does not compile fails the build, names the file, and leaves the old zip', async (t) => {
  const root = smallRepository(t);
  await buildApi({ root });
  const before = readFileSync(join(root, 'dist/api/function.zip'));
  writeFileSync(join(root, 'apps/api/index.ts'), "import './nowhere';");
  await assert.rejects(buildApi({ root, logLevel: 'silent' }), /apps\/api\/index\.ts:1:7: ERROR/);
  assert.deepEqual(readFileSync(join(root, 'dist/api/function.zip')), before);
});

test('watching rewrites the bundle when a source changes, and says so, until it is told to stop', async (t) => {
  const root = smallRepository(t);
  const stop = new EventTarget();
  const bundle = join(root, 'dist/api/index.mjs');
  const holds = (text: string): boolean =>
    existsSync(bundle) && readFileSync(bundle, 'utf8').includes(text);
  let rebuilt = 0;
  const watching = watchApi({ root }, once(stop, 'stop'), () => {
    rebuilt += 1;
  });
  const isRebuilt = (): boolean => rebuilt > 0;
  while (!holds("'one'") && !holds('"one"')) await turn();
  assert.ok(!isRebuilt());
  writeFileSync(join(root, 'apps/api/index.ts'), "export const handler = (): string => 'two';");
  while (!holds("'two'") && !holds('"two"')) await turn();
  while (!isRebuilt()) await turn();
  stop.dispatchEvent(new Event('stop'));
  await watching;
});
