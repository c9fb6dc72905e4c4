import assert from 'node:assert/strict';
import { test } from 'node:test';

import { printBanner } from './banner';
import type { LocalCloud } from './local-cloud';

const TOKEN = 'a'.repeat(43);

const ORIGINS = {
  website: 'http://localhost:4200',
  api: 'http://localhost:4203',
  operator: 'http://localhost:4204',
};

function printed(isTerminal: boolean, model: object = { buckets: [], restApis: [] }): string {
  const lines: string[] = [];
  const cloud = {
    origins: ORIGINS,
    model,
    further: [],
    operatorTokenFile: '.gatehouse/dev/operator-token',
    consoleLink: `http://localhost:4204/#token=${TOKEN}`,
    seedUsers: [],
  } as unknown as LocalCloud;
  printBanner(cloud, (line) => lines.push(line), { isTerminal });
  return lines.join('\n');
}

test('gives a person at a terminal a link that opens the console', () => {
  assert.match(printed(true), new RegExp(`console +http://localhost:4204/#token=${TOKEN}$`, 'm'));
});

test('writes no token where the output may be a file that is kept, and says where it lies', () => {
  assert.equal(printed(false).includes(TOKEN), false);
  assert.match(printed(false), /console +http:\/\/localhost:4204\/ +\(asks for that token\)/);
  assert.match(printed(false), /token in \.gatehouse\/dev\/operator-token/);
});

test('leads to the website, and last of all says that it is ready', () => {
  const lines = printed(false, { buckets: [{ website: {} }], restApis: [] });
  assert.match(lines, /^ {2}website +http:\/\/localhost:4200$/m);
  assert.match(lines, /\nGatehouse is ready: http:\/\/localhost:4200$/);
});

test('leads to the API where the stack has no website, whose address would answer 404', () => {
  const lines = printed(false, { buckets: [{}], restApis: [{ stages: [{ name: 'live' }] }] });
  assert.doesNotMatch(lines, /website/);
  assert.match(lines, /^ {2}execute-api +http:\/\/localhost:4203$/m);
  assert.match(lines, /\nGatehouse is ready: http:\/\/localhost:4203\/live$/);
});

test('leads to the console where there is neither website nor API', () => {
  const lines = printed(false);
  assert.doesNotMatch(lines, /website|execute-api/);
  assert.match(lines, /\nGatehouse is ready: http:\/\/localhost:4204\/$/);
});
