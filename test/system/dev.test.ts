import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';

import { getCredentials, readConfig, sendCall, signCall, signIn, type Config } from './caller';

const ROUTE = 'apps/api/routes/get-secure.ts';
const PAGE = 'apps/client/src/index.html';
const STACK_FILE = 'cdktf.out/stacks/gatehouse-dev/cdk.tf.json';
const PATIENCE_MS = 60_000;

/** Asks again until the answer is as wanted: watchers say nothing when they are done. */
async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    assert.ok(Date.now() < deadline, `${what} did not come`);
    await sleep(200);
  }
}

function printedBy(dev: ChildProcess): () => string {
  let printed = '';
  dev.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  return () => printed;
}

async function readyAddress(dev: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    dev.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const address = /^Gatehouse is ready: (\S+)$/m.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    dev.once('exit', (code) => {
      reject(new Error(`npm run dev ended with ${String(code)}:\n${printed}`));
    });
  });
}

async function answerOfSecure(config: Config): Promise<string> {
  const { idToken } = await signIn(config, 'user', 'House1234?');
  const answer = await sendCall(config, signCall(config, await getCredentials(config, idToken)));
  return answer.body;
}

test(
  'npm run dev serves an edited function and an edited page live, without a new synthesis',
  { timeout: 3 * PATIENCE_MS },
  async (t) => {
    const before = readFileSync(ROUTE, 'utf8');
    const page = readFileSync(PAGE, 'utf8');
    const synthesized = readFileSync(STACK_FILE, 'utf8');
    const dev = spawn('npm', ['run', 'dev', '--', '--port', '0', '--ephemeral'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => {
      writeFileSync(ROUTE, before);
      assert.match(printed(), /^Lambda rebuilt: the next call runs it\.$/m);
      writeFileSync(PAGE, page);
      dev.kill('SIGKILL');
      // The last build is of the edited route: whoever synthesizes next must not find it.
      execFileSync('npm', ['run', '--silent', 'build', '--', 'api'], { stdio: 'ignore' });
    });
    const printed = printedBy(dev);
    const website = await readyAddress(dev);
    const config = await readConfig(website);
    const words = /message: '([^']+)'/.exec(before)?.[1] ?? '';
    assert.ok((await answerOfSecure(config)).includes(words));

    writeFileSync(ROUTE, before.replace(words, 'Edited while it runs.'));
    await until('the edited answer', async () =>
      (await answerOfSecure(config)).includes('Edited while it runs.'),
    );
    assert.match(printed(), /^Lambda rebuilt: the next call runs it\.$/m);
    writeFileSync(PAGE, page.replace('<title>', '<title>Edited '));
    await until('the edited page', async () =>
      (await (await fetch(website)).text()).includes('<title>Edited '),
    );
    assert.equal(readFileSync(STACK_FILE, 'utf8'), synthesized);

    const ended = once(dev, 'exit');
    dev.kill('SIGTERM');
    assert.deepEqual((await ended)[0], 0);
  },
);
