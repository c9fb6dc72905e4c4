import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatAnswerTimestamp, isAnswerTimestamp } from './answer-timestamp';

test('writes and accepts the moment as the clients do', () => {
  const text = formatAnswerTimestamp(Date.UTC(2026, 8, 1, 7, 4, 9));
  assert.equal(text, 'Tue Sep 1 07:04:09 UTC 2026');
  assert.equal(isAnswerTimestamp(text), true);
  assert.equal(isAnswerTimestamp('Thu Feb 29 23:59:59 UTC 2024'), true);
});

test('refuses a zero before the day, a wrong weekday and what is no moment at all', () => {
  const refused = [
    'Tue Sep 01 07:04:09 UTC 2026',
    'Wed Sep 1 07:04:09 UTC 2026',
    'Tue Sep 1 7:04:09 UTC 2026',
    'Tue Sep 1 24:04:09 UTC 2026',
    'Tue Sep 31 07:04:09 UTC 2026',
    'Thu Feb 29 23:59:59 UTC 2023',
    'Tue Sep 1 07:04:09 GMT 2026',
    'tue sep 1 07:04:09 UTC 2026',
    'Tue Spt 1 07:04:09 UTC 2026',
    ' Tue Sep 1 07:04:09 UTC 2026',
    '2026-09-01T07:04:09Z',
    '',
  ];
  for (const text of refused) assert.equal(isAnswerTimestamp(text), false, text);
});
