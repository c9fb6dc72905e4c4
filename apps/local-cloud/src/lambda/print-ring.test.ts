import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { PrintRing } from './print-ring';

test('gives back what was written, in order and whole, however writes and reads take turns', () => {
  const turns = fc.array(
    fc.oneof(fc.constant(undefined), fc.string({ unit: 'grapheme', maxLength: 9_000 })),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(turns, (all) => {
      const writer = new PrintRing();
      const reader = new PrintRing(writer.memory);
      let wanted = '';
      let got = '';
      for (const text of all) {
        if (text === undefined) got += reader.read();
        else if (writer.write(text)) wanted += text;
      }
      assert.equal(got + reader.read(), wanted);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('refuses what does not fit, and takes it once the reader has caught up', () => {
  const ring = new PrintRing();
  const half = 'x'.repeat(40_000);
  assert.equal(ring.write(half), true);
  assert.equal(ring.write(half), false);
  assert.equal(ring.read(), half);
  assert.equal(ring.write(half), true);
  assert.equal(ring.read(), half);
});
