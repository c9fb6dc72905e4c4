import assert from 'node:assert/strict';
import { test } from 'node:test';

import { plainOutput, requireAnswerer } from './terminal';

const TERMINAL = { stdin: { isTTY: true }, stdout: { isTTY: true } };
const NONE = { stdin: {}, stdout: {} };

test('refuses to ask where nobody can answer, and says how to go on', () => {
  for (const command of ['deploy', 'destroy'] as const) {
    for (const streams of [NONE, { ...TERMINAL, stdin: {} }, { ...TERMINAL, stdout: {} }]) {
      assert.throws(
        () => {
          requireAnswerer(command, [], streams);
        },
        { name: 'UsageError', message: new RegExp(`npm run ${command}:local -- --auto-approve$`) },
      );
    }
  }
});

test('asks at a terminal, and nowhere when it was told not to or changes nothing', () => {
  requireAnswerer('deploy', [], TERMINAL);
  requireAnswerer('plan', [], NONE);
  for (const flag of ['--auto-approve', '--auto-approve=true', '--autoApprove'])
    requireAnswerer('destroy', ['--skip-synth', flag], NONE);
});

test('leaves a terminal its colours, and keeps a log free of them', () => {
  assert.deepEqual(plainOutput(TERMINAL), {});
  assert.deepEqual(plainOutput(NONE), { CI: 'true', FORCE_COLOR: '0' });
});
