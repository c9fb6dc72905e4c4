import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { test } from 'node:test';

import { synthesizeBenchStack } from '../bench/bench-stack';
import {
  getCredentials,
  readConfig,
  signCall,
  signIn,
  type Config,
  type Credentials,
} from './caller';
import type { Ask, Told } from './clocked-cloud';
import { PASSWORD } from './signed-in-cloud';

// A day of calls on a clock that is set, to see what grows. GATEHOUSE_LONG=1 makes half a million of them.
const LONG = process.env.GATEHOUSE_LONG === '1';
const REQUESTS = LONG ? 500_000 : 10_000;
const START_MS = Date.parse('2026-11-22T00:00:00Z');
const STEPS = 288;
const STEP_MS = (24 * 60 * 60_000) / STEPS;
/** A session lasts an hour. */
const STEPS_PER_SESSION = 11;
const CONNECTIONS = 20;
const MAX_GROWTH_BYTES = 5 * 1024 * 1024;

test(`${REQUESTS} calls spread over a day leave the heap as large as it was after a fifth of them`, async (t) => {
  const stack = synthesizeBenchStack();
  const args = ['--port', '0', '--ephemeral', '--account-rate', '1000000', '--stack', stack];
  const cloud = fork('test/system/clocked-cloud.ts', [String(START_MS), ...args]);
  t.after(() => {
    cloud.kill();
  });
  const [{ website }] = (await once(cloud, 'message')) as [Extract<Told, { website: string }>];
  const config = await readConfig(website);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  t.after(() => {
    agent.destroy();
  });
  let credentials = await newSession(config);
  let early = Number.NaN;
  for (let step = 0; step < STEPS; step += 1) {
    const nowMs = START_MS + step * STEP_MS;
    await ask(cloud, { nowMs });
    if (step % STEPS_PER_SESSION === 0) credentials = await newSession(config);
    const count = Math.ceil(REQUESTS / STEPS);
    await sendMany(config, agent, credentials, { nowMs, count });
    if (step === Math.floor(STEPS / 5)) early = await heapOf(cloud);
  }
  const late = await heapOf(cloud);
  t.diagnostic(`heap ${mb(early)} after a fifth, ${mb(late)} at the end`);
  assert.ok(late - early < MAX_GROWTH_BYTES, `grew from ${mb(early)} to ${mb(late)}`);
});

const mb = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function newSession(config: Config): Promise<Credentials> {
  return getCredentials(config, (await signIn(config, 'admin', PASSWORD)).idToken);
}

async function ask(cloud: ChildProcess, question: Ask): Promise<Told> {
  const answer = once(cloud, 'message') as Promise<[Told]>;
  cloud.send(question);
  return (await answer)[0];
}

async function heapOf(cloud: ChildProcess): Promise<number> {
  const told = await ask(cloud, { heap: true });
  assert.ok('heapBytes' in told);
  return told.heapBytes;
}

/** Several at once; a third of them to where there is nothing, so that refusals are kept too. */
async function sendMany(
  config: Config,
  agent: Agent,
  credentials: Credentials,
  { nowMs, count }: { readonly nowMs: number; readonly count: number },
): Promise<void> {
  const calls = ['/secure', '/vip', '/nowhere'].map((path) => ({
    url: `${config.apiUrl}${path}`,
    headers: signCall(config, credentials, { path }, new Date(nowMs)).headers,
    status: path === '/nowhere' ? 403 : 200,
  }));
  let sent = 0;
  const sendOn = async (): Promise<void> => {
    for (let number = (sent += 1); number <= count; number = sent += 1) {
      const call = calls[number % calls.length];
      if (call !== undefined) assert.equal(await statusOf(agent, call), call.status);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendOn));
}

function statusOf(
  agent: Agent,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { ...headers } }, (response) => {
      response.resume().once('end', () => {
        resolve(response.statusCode ?? 0);
      });
    });
    sent.once('error', reject).end();
  });
}
