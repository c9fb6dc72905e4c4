import assert from 'node:assert/strict';
import { test } from 'node:test';

import { COLOUR_MARKS } from './marks';
import { wrapped } from './wrap';

test('leaves alone what fits', () => {
  assert.deepEqual(wrapped('  guest   ', 'no guests', 80), ['  guest   no guests']);
});

test('goes on below the beginning of the text, and colour takes no room', () => {
  const lead = `  ${COLOUR_MARKS.verdict(true)} guest   `;
  const text = 'the identity pool does not allow guests, whoever they are';
  assert.deepEqual(wrapped(lead, text, 52), [
    `${lead}the identity pool does not allow guests,`,
    `${' '.repeat(12)}whoever they are`,
  ]);
});

test('goes on below a long lead, and breaks no word', () => {
  const word = 'x'.repeat(70);
  assert.deepEqual(wrapped(`  ${'n'.repeat(50)}   `, `see ${word}`, 60), [
    `  ${'n'.repeat(50)}`,
    '        see',
    `        ${word}`,
  ]);
});
