/** What a person may get wrong: one clear sentence, a code other than 0, nothing half-written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';

import { changedStack, setAll, STACK, type Resources } from '../changed-stack';
import { startLocalCloudProcess } from '../local-cloud-process';
import { readConfig, signIn } from './caller';
import { assertOneSentence, refusedStart, temporaryFolder } from './refused-start';
import { PASSWORD } from './signed-in-cloud';

/** A copy of the synthesized stack for the length of a test, with its resources changed. */
const changed = (t: TestContext, change?: (resources: Resources) => void): string =>
  changedStack(join(temporaryFolder(t), 'stack'), change);

test('a taken port is one clear sentence', async (t) => {
  const blocker = createServer();
  blocker.listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  t.after(() => blocker.close());
  const address = blocker.address();
  assert.ok(typeof address === 'object' && address !== null);
  const { code, said } = refusedStart(['--ephemeral', '--port', String(address.port)]);
  assert.equal(code, 1);
  assertOneSentence(said, new RegExp(`^Port ${address.port} is taken`));
});

for (const [what, breakIt, expected] of [
  [
    'a stack that is not there',
    (): string => '/nowhere/at/all',
    /no synthesized stack.*npm run build/,
  ],
  [
    'a stack that is not JSON',
    (t: TestContext): string => {
      const folder = temporaryFolder(t);
      writeFileSync(join(folder, 'cdk.tf.json'), '{"resource": {');
      return folder;
    },
    /cdk\.tf\.json/,
  ],
  [
    'an unknown resource type',
    (t: TestContext): string =>
      changed(t, (resources) => {
        resources.aws_wafv2_web_acl = { t: { name: 't' } };
      }),
    /aws_wafv2_web_acl\.t.*docs\/any-stack\.md/,
  ],
  [
    'a reference to nothing',
    (t: TestContext): string =>
      changed(t, (resources) => {
        setAll(resources, 'aws_iam_role', { name: '${aws_iam_role.nobody.name}' });
      }),
    /aws_iam_role\.nobody/,
  ],
  [
    'an asset outside its folder',
    (t: TestContext): string =>
      changed(t, (resources) => {
        setAll(resources, 'aws_lambda_function', { filename: '../../../etc/passwd' });
      }),
    /\.\.\/\.\.\/\.\.\/etc\/passwd/,
  ],
  [
    'an asset that is missing',
    (t: TestContext): string => {
      const folder = changed(t);
      rmSync(join(folder, 'assets'), { recursive: true });
      return folder;
    },
    /assets\/.* is not in the stack folder/,
  ],
  [
    'an asset folder that is a link to elsewhere',
    (t: TestContext): string => {
      const folder = changed(t);
      rmSync(join(folder, 'assets'), { recursive: true });
      symlinkSync(join(process.cwd(), STACK, 'assets'), join(folder, 'assets'));
      return folder;
    },
    /leads out of|leaves|outside/,
  ],
] as const) {
  test(`${what} is one sentence, code 1, and nothing written`, (t) => {
    const dataDir = join(temporaryFolder(t), 'data');
    const { code, said } = refusedStart(['--data-dir', dataDir, '--stack', breakIt(t)]);
    assert.equal(code, 1, said);
    assertOneSentence(said, expected);
    const left = spawnSync('ls', ['-A', dataDir], { encoding: 'utf8' }).stdout.trim();
    assert.equal(left, '');
  });
}

test('a data folder that is a file is one sentence and code 1', (t) => {
  const file = join(temporaryFolder(t), 'file');
  writeFileSync(file, '');
  const { code, said } = refusedStart(['--data-dir', file]);
  assert.equal(code, 1);
  assertOneSentence(said, /data folder.*--data-dir/);
});

test('a damaged database is one sentence and code 1, and is left as it was', (t) => {
  const dataDir = temporaryFolder(t);
  const bytes = 'not a database '.repeat(500);
  writeFileSync(join(dataDir, 'gatehouse.sqlite'), bytes);
  const { code, said } = refusedStart(['--data-dir', dataDir]);
  assert.equal(code, 1);
  assertOneSentence(said, /gatehouse\.sqlite cannot be read.*--reset/);
  assert.equal(readFileSync(join(dataDir, 'gatehouse.sqlite'), 'utf8'), bytes);
});

test('a database of another program is one sentence and code 1, and is left as it was', (t) => {
  const dataDir = temporaryFolder(t);
  const file = join(dataDir, 'gatehouse.sqlite');
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE cognito_users (a)');
  database.close();
  const bytes = readFileSync(file);
  const { code, said } = refusedStart(['--data-dir', dataDir]);
  assert.equal(code, 1);
  assertOneSentence(said, /gatehouse\.sqlite was not made by Gatehouse.*cognito_users.*--data-dir/);
  assert.deepEqual(readFileSync(file), bytes);
  assert.deepEqual(readdirSync(dataDir).sort(), ['gatehouse.lock', 'gatehouse.sqlite']);
});

test('a second start in the same data folder is one sentence naming the first, which loses nothing', async (t) => {
  const first = await startLocalCloudProcess();
  t.after(() => first.stop());
  for (const more of [[], ['--reset']]) {
    const { code, said } = refusedStart(['--data-dir', first.dataDir, ...more]);
    assert.equal(code, 1);
    assertOneSentence(said, new RegExp(`in use.*process ${first.pid}\\b.*--data-dir`));
  }
  assert.deepEqual(await first.readOperator('/outbox'), []);
  await signIn(await readConfig(first.website), 'user', PASSWORD);
});

test('a malformed seed file is one sentence and code 1', (t) => {
  const seed = join(temporaryFolder(t), 'seed.json');
  writeFileSync(seed, '{"users": 7}');
  const { code, said } = refusedStart(['--ephemeral', '--seed', seed]);
  assert.equal(code, 1);
  assertOneSentence(said, /seed\.json/);
});

test('an unknown option leaves with 1 and leads to --help', () => {
  const { code, said } = refusedStart(['--prot']);
  assert.equal(code, 1);
  assertOneSentence(said, /--prot.*--help/);
});
