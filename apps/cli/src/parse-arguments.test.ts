import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseArguments } from './parse-arguments';

const OPTIONS = { stack: { type: 'string' }, json: { type: 'boolean' } } as const;

test('gives what was given, words beside options only where a command takes them', () => {
  const { values, positionals } = parseArguments(
    ['admin', '--stack=-x', '--json'],
    OPTIONS,
    'Usage',
    { takesWords: true },
  );
  assert.deepEqual({ ...values }, { stack: '-x', json: true });
  assert.deepEqual(positionals, ['admin']);
});

for (const [argv, problem] of [
  [['--colour'], 'There is no option --colour.'],
  [['-x'], 'There is no option -x.'],
  [['--toString'], 'There is no option --toString.'],
  [['file'], '"file" belongs to no option.'],
  [['--stack'], '--stack takes a value, and got none.'],
  [['--stack', '--json'], '--stack takes a value, and got --json.'],
  [['--json=yes'], '--json takes no value, and got "yes".'],
] as const) {
  test(`says what is wrong with ${argv.join(' ')}, and then what there is`, () => {
    assert.throws(() => parseArguments(argv, OPTIONS, 'Usage: it'), {
      name: 'UsageError',
      message: `${problem}\n\nUsage: it`,
    });
  });
}
