import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Trace } from '../../../local-cloud/src/trace/trace';
import { PLAIN_MARKS } from '../matrix/marks';
import { formatTrace } from './format-trace';

const ARN = `arn:aws:execute-api:us-west-2:123456789012:abc/dev/GET/${'long'.repeat(30)}`;

const TRACE: Trace = {
  seq: 1,
  requestId: 'the-id',
  atMs: Date.parse('2026-11-22T10:00:00Z'),
  service: 'execute-api',
  method: 'GET',
  path: '/dev/vip',
  status: 403,
  errorType: 'AccessDeniedException',
  durationMs: 1,
  summary: `"user" was refused: nothing allows ${ARN}.`,
  steps: [
    { name: 'route', outcome: 'passed', detail: 'GET /vip.' },
    { name: 'signature', outcome: 'not needed', detail: 'None is asked for.' },
    { name: 'policy', outcome: 'refused', detail: `Nothing allows ${ARN}.` },
    { name: 'key', outcome: 'not reached', detail: 'The request was refused before this.' },
  ],
};

test('says what decided once, then what was passed, and draws every step with its sign', () => {
  assert.equal(
    formatTrace(TRACE, PLAIN_MARKS),
    `"user" was refused: nothing allows
${ARN}.
GET /vip.

  route ✓ → signature – → policy ✕ → key ·
  ✓ passed   ✕ refused   – not needed   · not reached
  execute-api request the-id, 2026-11-22T10:00:00.000Z`,
  );
});
