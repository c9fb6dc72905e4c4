import assert from 'node:assert/strict';
import { test } from 'node:test';

import { encode, ExtData } from '@msgpack/msgpack';

import { UNKNOWN, type Values } from '../resource/values';
import { fromWire, toWire } from './wire-values';

test('what is sent comes back: text, numbers, lists, null and what is unknown', () => {
  const values: Values = {
    a: 'x',
    n: 29_000,
    f: 0.5,
    yes: true,
    none: null,
    list: ['a', UNKNOWN],
    deep: { u: UNKNOWN },
  };
  assert.deepEqual(fromWire(toWire(values)), values);
});

test('reads an unknown value of which something is known as unknown', () => {
  const refined = encode({ name: new ExtData(12, new Uint8Array([0x81, 1, 0xc2])) });
  assert.deepEqual(fromWire({ msgpack: Buffer.from(refined) }), { name: UNKNOWN });
});

test('reads no object where there is none', () => {
  assert.equal(fromWire(toWire(null)), null);
  assert.equal(fromWire({ msgpack: Buffer.alloc(0) }), null);
});
