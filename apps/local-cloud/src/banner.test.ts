import assert from 'node:assert/strict';
import { test } from 'node:test';

import { printBanner } from './banner';
import type { LocalCloud } from './local-cloud';

const TOKEN = 'a'.repeat(43);

function printed(isTerminal: boolean): string {
  const lines: string[] = [];
  const cloud = {
    origins: { operator: 'http://localhost:4204' },
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
