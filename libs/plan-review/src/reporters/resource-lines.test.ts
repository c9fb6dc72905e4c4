import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Secrets } from '../secrets/secrets';
import { resourceLines, unfolded } from './resource-lines';
import { textVoice } from './voice';

const entry = {
  address: 'aws_x.a',
  type: 'aws_x',
  action: 'update',
  forcedBy: [],
  attributes: [],
  drifted: false,
} as const;

const lines = (attribute: { before: string; after: string }, ...secrets: readonly string[]) =>
  resourceLines(
    { ...entry, attributes: [{ path: 'policy', ...attribute }] },
    textVoice(new Secrets(secrets)),
  ).details;

const SAME = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:Get","Resource":"';

test('shows two long texts from shortly before they differ', () => {
  const [line] = lines({
    before: `${SAME}one${'x'.repeat(60)}`,
    after: `${SAME}two${'x'.repeat(60)}`,
  });
  assert.match(
    line ?? '',
    /^policy: …on":"a:Get","Resource":"onex+ → …on":"a:Get","Resource":"twox+$/,
  );
});

test('shows short ones, and those that differ early, as they are', () => {
  assert.deepEqual(lines({ before: 'one', after: 'two' }), ['policy: one → two']);
  const long = 'x'.repeat(200);
  assert.deepEqual(lines({ before: `a${long}`, after: `b${long}` }), [
    `policy: a${long} → b${long}`,
  ]);
});

test('masks a secret before it cuts through it', () => {
  const secret = 'the-secret-that-nobody-may-see';
  const text = `${'y'.repeat(100)}${secret}`;
  const [line] = lines({ before: `${text}1`, after: `${text}2` }, secret);
  assert.ok(!(line ?? '').includes('may-see'), line);
});

test('names what forces a replacement, or says that nothing does', () => {
  const voice = textVoice(new Secrets([]));
  const replaced = { ...entry, action: 'replace' } as const;
  assert.match(resourceLines({ ...replaced, forcedBy: ['name'] }, voice).line, /forced by name$/);
  assert.match(resourceLines(replaced, voice).line, /the plan does not say what forces it$/);
});

test('says how many attributes are left out', () => {
  const attributes = Array.from({ length: 9 }, (_, index) => ({
    path: `p${index}`,
    before: 'a',
    after: 'b',
  }));
  const { details } = resourceLines({ ...entry, attributes }, textVoice(new Secrets([])));
  assert.equal(details.length, 7);
  assert.equal(details.at(-1), 'and 3 more attributes');
});

test('folds the many files that a build takes away, and shows a few as they are', () => {
  const object = { ...entry, type: 'aws_s3_object', action: 'destroy' } as const;
  const objects = Array.from({ length: 4 }, (_, index) => ({ ...object, address: `o.${index}` }));
  const { shown, folded } = unfolded({ resources: [...objects, entry] });
  assert.deepEqual(shown, [entry]);
  assert.deepEqual([...folded], [['objects that go from a bucket', objects]]);
  const few = objects.slice(1);
  assert.deepEqual(unfolded({ resources: few }).shown, few);
});
