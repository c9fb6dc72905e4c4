import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { format } from 'prettier';

import { BEHAVIOURS } from './behaviours';
import { formatLedger } from './format-ledger';
import { LEDGER_FILE } from './ledger-file';
import { nameOf, passedTests } from './passed-tests';

const all = BEHAVIOURS.flatMap(({ behaviours }) => behaviours);

test('every behaviour that is called tested has a test that ran and passed', () => {
  const passed = passedTests();
  const missing = all.flatMap((behaviour) =>
    'test' in behaviour && !passed.has(nameOf(behaviour.test))
      ? [`${behaviour.id}: ${nameOf(behaviour.test)}`]
      : [],
  );
  assert.deepEqual(missing, []);
});

test('the ledger says what the table says: npm run conformance writes it', async () => {
  const fresh = await format(formatLedger(BEHAVIOURS), { parser: 'markdown' });
  assert.equal(readFileSync(LEDGER_FILE, 'utf8'), fresh);
});

test('every behaviour has an id of its own, a sentence and a source', () => {
  const ids = all.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  for (const { id, what, source } of all) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)+$/);
    assert.match(what, /^[\p{Lu}`].*\.$/u, id);
    assert.notEqual(source, '', id);
  }
});

test('what is not modelled has a reason', () => {
  for (const behaviour of all) {
    if ('notModelled' in behaviour) assert.match(behaviour.notModelled, /\w{3,}/, behaviour.id);
  }
});
