import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createSecretBlocks } from './secret-block';
import type { OpenedBlock } from './secret-block';

const PENDING = {
  clientId: 'web',
  usernameKey: 'ada',
  clientPublic: 5n,
  serverPublic: 6n,
  serverSecret: 7n,
};

function setUp() {
  const clock = { nowMs: 1_000_000, now: () => clock.nowMs };
  return { clock, blocks: createSecretBlocks(clock) };
}

function because(opened: OpenedBlock): string {
  return opened.kind === 'refused' ? opened.because : 'open';
}

test('gives back what was sealed, once', () => {
  const { blocks } = setUp();
  const block = Buffer.from(blocks.seal(PENDING, 180), 'base64');
  assert.deepEqual(blocks.open(block, 'web'), { kind: 'open', pending: PENDING });
  assert.match(because(blocks.open(block, 'web')), /used before/);
});

test('is as long for the longest username and the largest numbers as for the shortest', () => {
  const { blocks } = setUp();
  const largest = (1n << 3072n) - 1n;
  const long = {
    clientId: 'c'.repeat(128),
    usernameKey: '😀'.repeat(64),
    clientPublic: largest,
    serverPublic: largest,
    serverSecret: (1n << 256n) - 1n,
  };
  assert.equal(blocks.seal(long, 180).length, blocks.seal(PENDING, 180).length);
});

test('refuses a block of another client without using it up', () => {
  const { blocks } = setUp();
  const block = Buffer.from(blocks.seal(PENDING, 180), 'base64');
  assert.match(because(blocks.open(block, 'other')), /another client/);
  assert.equal(because(blocks.open(block, 'web')), 'open');
});

test('refuses a block with any one bit turned, cut short, made up, or of another process', () => {
  const { blocks } = setUp();
  const sealed = Buffer.from(blocks.seal(PENDING, 180), 'base64');
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    assert.match(because(blocks.open(altered, 'web')), /altered/);
  }
  assert.match(because(blocks.open(sealed.subarray(0, -1), 'web')), /altered/);
  assert.match(because(blocks.open(Buffer.alloc(0), 'web')), /altered/);
  assert.match(because(blocks.open(Buffer.alloc(100_000, 2), 'web')), /altered/);
  assert.match(because(setUp().blocks.open(sealed, 'web')), /altered/);
});

test('refuses a block after its time, to the millisecond', () => {
  const { blocks, clock } = setUp();
  const first = Buffer.from(blocks.seal(PENDING, 180), 'base64');
  const second = Buffer.from(blocks.seal(PENDING, 180), 'base64');
  clock.nowMs += 179_999;
  assert.equal(because(blocks.open(first, 'web')), 'open');
  clock.nowMs += 1;
  assert.match(because(blocks.open(second, 'web')), /expired/);
});
