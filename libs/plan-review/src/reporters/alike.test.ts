import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Finding } from '../finding';
import { alike, otherPlaces } from './alike';
import { secretsOf } from '../secrets/secrets';
import { textVoice } from './voice';

const found = (address: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'cors-stays-narrow',
  severity: 'medium',
  address,
  message: ['pages of ', { kind: 'code', text: 'https://x.example' }, ' may read answers'],
  why: 'why',
  fix: 'fix',
  ...more,
});

test('says once what is found in several places, and names them all', () => {
  const groups = alike([
    found('a.1'),
    found('b.1', { message: ['something else'] }),
    found('a.2'),
    found('a.3', { severity: 'high' }),
  ]);
  assert.deepEqual(
    groups.map(({ finding, others }) => [finding.address, others.map(({ address }) => address)]),
    [
      ['a.1', ['a.2']],
      ['b.1', []],
      ['a.3', []],
    ],
  );
});

test('names so many places that one can read them, and says how many more there are', () => {
  const voice = textVoice(secretsOf([], undefined));
  assert.deepEqual(otherPlaces([], voice), []);
  const others = Array.from({ length: 32 }, (_, index) => found(`a.${index}`));
  const [line = ''] = otherPlaces(others, voice);
  assert.match(line, /^The same at 32 more: .?a\.0.?, .*a\.29.?, and 2 that the JSON lists$/);
});
