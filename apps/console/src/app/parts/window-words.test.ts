import assert from 'node:assert/strict';
import { test } from 'node:test';

import { momentOf } from './moments';
import { windowWords } from './window-words';

test('says that a window moves on, and how long it is', () => {
  const rolling = { window: 'rolling', windowStartMs: 0 } as const;
  assert.equal(
    windowWords('DAY', rolling),
    'Calls of the last 24 hours count: each is free again 24 hours after it was made.',
  );
  assert.match(windowWords('WEEK', rolling), /^Calls of the last 7 days count/);
});

test('says since when a window counts that begins with its day, week or month', () => {
  const calendar = { window: 'calendar', windowStartMs: 86_400_000 } as const;
  assert.equal(windowWords('MONTH', calendar), `Calls since ${momentOf(86_400_000)} count.`);
});
