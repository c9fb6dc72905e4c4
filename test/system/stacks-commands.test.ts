/** `npm run matrix` and `npm run can` on stacks of third parties: one answer, whoever is asked. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

import type { AccessCell } from '@gatehouse/auth-model';

interface Ran {
  readonly code: number | null;
  readonly said: string;
}

function run(program: 'matrix' | 'can', ...args: readonly string[]): Ran {
  const ended = spawnSync('tsx', [`apps/cli/src/${program}.ts`, ...args], { encoding: 'utf8' });
  return { code: ended.status, said: `${ended.stdout}${ended.stderr}` };
}

/** Of each stack, who is asked about: allowed, refused and not known, where there is such a cell. */
for (const [stack, count] of [
  ['test/fixtures/stacks/orchard', 156],
  ['test/fixtures/stacks/harbour', 35],
  ['test/fixtures/stacks/lantern/state.json', 30],
] as const) {
  test(`of ${stack}, can says what matrix says`, () => {
    const { code, said } = run('matrix', '--stack', stack, '--json');
    assert.equal(code, 0, said);
    const cells = JSON.parse(said) as readonly AccessCell[];
    assert.equal(cells.length, count);
    for (const allowed of [true, false]) {
      // A route with a parameter is no path, and a stage in front of it no verb.
      const cell = cells.find((one) => one.allowed === allowed && !one.route.includes('{'));
      assert.ok(cell, `no cell is ${allowed}`);
      const [verb = '', path = ''] = cell.route.split(' ').slice(-2);
      const asked = run('can', cell.principal, verb, path, '--stack', stack, '--json');
      const answers = JSON.parse(asked.said) as readonly AccessCell[];
      const same = answers.find(
        ({ principal, route }) => principal === cell.principal && route === cell.route,
      );
      assert.deepEqual(same, cell);
      const verdicts = new Set(answers.map((answer) => answer.allowed));
      assert.equal(asked.code, verdicts.size > 1 ? 2 : allowed ? 0 : 1);
    }
  });
}
