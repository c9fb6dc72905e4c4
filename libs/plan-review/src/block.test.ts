import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { snapshotOf } from './testing/check-rule';

function view(body: JsonObject) {
  const found = snapshotOf({
    aws_iam_role: { role: { name: 'the-role' } },
    aws_x: { other: {}, a: body },
  }).resources.get('aws_x.a');
  assert.ok(found);
  return found;
}

const known = (value: unknown) => ({ kind: 'known', value });

test('reads texts, numbers and booleans as Terraform converts them', () => {
  const a = view({ text: 7, number: '7', yes: 'true', no: false });
  assert.deepEqual(a.text('text'), known('7'));
  assert.deepEqual(a.number('number'), known(7));
  assert.deepEqual([a.boolean('yes'), a.boolean('no')], [known(true), known(false)]);
});

test('takes the default of what is not set, and only of that', () => {
  const a = view({ empty: null, zero: 0 });
  assert.equal(a.number('gone'), undefined);
  assert.equal(a.number('empty'), undefined);
  assert.deepEqual(a.number('gone', 8), known(8));
  assert.deepEqual(a.number('zero', 8), known(0));
  assert.deepEqual(a.texts('gone'), known([]));
});

test('follows paths through blocks that stand once, with their index or without', () => {
  for (const block of [{ length: 8 }, [{ length: 8 }]] as const) {
    const a = view({ policy: block });
    assert.deepEqual(a.number('policy.length'), known(8));
    assert.deepEqual(a.number('policy.0.length'), known(8));
  }
  const two = view({ policy: [{ length: 8 }, { length: 9 }] });
  assert.equal(two.number('policy.length'), undefined);
  assert.deepEqual(
    two.blocks('policy').map((block) => block.number('length')),
    [known(8), known(9)],
  );
});

test('settles references as the model does, and as symbols where it does not know them', () => {
  const a = view({ role: '${aws_iam_role.role.arn}', other: 'x ${aws_x.other.arn}' });
  assert.deepEqual(a.text('role'), known('arn:aws:iam::000000000000:role/the-role'));
  assert.deepEqual(a.text('other'), known('x ${aws_x.other.arn}'));
  assert.deepEqual(a.referencesIn('other'), ['aws_x.other']);
});

test('does not know what is not written as expected', () => {
  const a = view({ flag: '${aws_x.other.flag}', list: 'one' });
  assert.equal(a.boolean('flag', true).kind, 'unknown');
  assert.equal(a.texts('list').kind, 'unknown');
});
