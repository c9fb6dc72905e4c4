import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';

import { openAppliedStore, type AppliedStore } from '@gatehouse/applied-store';

import { Provider } from './provider';
import { emptyThing, thing } from './resource/testing/thing';
import type { Values } from './resource/values';

interface Fixture {
  readonly provider: Provider;
  readonly store: AppliedStore;
}

function configured(t: TestContext, type = thing): Fixture {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-store-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const types = { resources: new Map([['aws_thing', type]]), dataSources: new Map() };
  const origins = { website: 'http://localhost:4200', api: 'http://localhost:4203' };
  const now = (): Date => new Date('2026-01-02T03:04:05Z');
  const provider = new Provider(types, () => ({ storeFolder: folder, origins, now }), {});
  provider.configure({ region: 'us-west-2', default_tags: [] });
  return { provider, store: openAppliedStore(folder) };
}

function apply(provider: Provider, config: Values, prior: Values | null = null): Values {
  const whole = { ...emptyThing, ...config };
  const { planned } = provider.plan('aws_thing', whole, prior, provider.mark);
  const values = provider.apply('aws_thing', prior, planned, provider.mark);
  assert.ok(values);
  return values;
}

test('what is made is in the store, as AWS would tell it', (t) => {
  const { provider, store } = configured(t);
  const values = apply(provider, { name: 'a' });
  assert.equal(values.arn, 'arn:aws:thing:us-west-2:123456789012:a');
  assert.equal(values.changed_at, '2026-01-02T03:04:05Z');
  assert.deepEqual(store.find('aws_thing', 'thing-a')?.values, values);
});

test("a second one of the same name is refused in AWS's words, and nothing is written", (t) => {
  const { provider, store } = configured(t);
  apply(provider, { name: 'a' });
  assert.throws(() => apply(provider, { name: 'a', note: 'other' }), {
    message: 'creating aws_thing (a): ThingExists: a already exists.',
  });
  assert.equal(store.list().length, 1);
});

test('what AWS would refuse is refused, and nothing is written', (t) => {
  const { provider, store } = configured(t);
  assert.throws(() => apply(provider, { name: 'a', note: 'forbidden' }), /BadNote: not this one\./);
  assert.deepEqual(store.list(), []);
});

test('what AWS would not delete stays', (t) => {
  const { provider, store } = configured(t);
  const values = apply(provider, { name: 'a', note: 'kept' });
  assert.throws(
    () => provider.apply('aws_thing', values, null, provider.mark),
    /InUse: it is kept\./,
  );
  assert.equal(store.list().length, 1);
});

test('reads what stands in the store: an edit there is drift, a removal is an absence', (t) => {
  const { provider, store } = configured(t);
  const values = apply(provider, { name: 'a', note: 'x' });
  store.replace({ type: 'aws_thing', id: 'thing-a', values: { ...values, note: 'edited' } });
  assert.equal(provider.read('aws_thing', values, provider.mark)?.note, 'edited');
  store.remove('aws_thing', 'thing-a');
  assert.equal(provider.read('aws_thing', values, provider.mark), null);
});

test('imports by what the documentation of the type calls it, and lists what there is otherwise', (t) => {
  const { provider } = configured(t);
  const values = apply(provider, { name: 'a' });
  assert.deepEqual(provider.import('aws_thing', 'a'), values);
  assert.throws(
    () => provider.import('aws_thing', 'b'),
    /no aws_thing with the id thing-b.*thing-a/,
  );
});

test('tells apart what has one id within two others: to read, to change and to remove', (t) => {
  const { uniqueAs: _, ...facts } = thing.facts;
  const { provider, store } = configured(t, { ...thing, facts: { ...facts, within: 'note' } });
  const [one, other] = ['x', 'y'].map((note) => apply(provider, { name: 'a', note }));
  assert.ok(one && other);
  assert.equal(one.id, other.id);
  const changed = apply(provider, { name: 'a', note: 'x', limit: 5 }, one);
  assert.deepEqual(provider.read('aws_thing', one, provider.mark), changed);
  assert.deepEqual(provider.read('aws_thing', other, provider.mark), other);
  assert.throws(() => apply(provider, { name: 'a', note: 'y' }), /ThingExists: y\/thing-a already/);
  provider.apply('aws_thing', changed, null, provider.mark);
  assert.deepEqual(
    store.list().map(({ id }) => id),
    ['y/thing-a'],
  );
});

test('refuses what the real provider made: to read, to plan and to apply', (t) => {
  const { provider } = configured(t);
  const real = { ...emptyThing, id: 'thing-a', name: 'a' };
  const mark = Buffer.from('{"schema_version":"1"}');
  const refused =
    /aws_thing thing-a was not made by the stand-in.*real deployment\. Nothing was changed/;
  assert.throws(() => provider.read('aws_thing', real, mark), refused);
  assert.throws(() => provider.plan('aws_thing', real, real, Buffer.alloc(0)), refused);
  assert.throws(() => provider.apply('aws_thing', real, null, mark), refused);
});

test('two providers over one store see what the other has made', (t) => {
  const { provider, store } = configured(t);
  const types = { resources: new Map([['aws_thing', thing]]), dataSources: new Map() };
  const origins = { website: '', api: '' };
  const other = new Provider(
    types,
    () => ({ storeFolder: store.folder, origins, now: () => new Date() }),
    {
      AWS_REGION: 'eu-west-1',
    },
  );
  other.configure({ region: null, default_tags: [] });
  apply(provider, { name: 'a' });
  assert.throws(() => apply(other, { name: 'a' }), /ThingExists/);
  apply(other, { name: 'b' });
  assert.throws(() => apply(provider, { name: 'b' }), /ThingExists/);
});

test('a file of the store that somebody broke is an error, never an absence', (t) => {
  const { provider, store } = configured(t);
  const values = apply(provider, { name: 'a' });
  const [file = ''] = readdirOf(store);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
  const again = configuredOver(store.folder);
  assert.throws(() => again.read('aws_thing', values, again.mark), /is not a whole object/);
});

function readdirOf(store: AppliedStore): readonly string[] {
  const folder = join(store.folder, 'objects', 'aws_thing');
  return readdirSync(folder).map((name) => join(folder, name));
}

function configuredOver(storeFolder: string): Provider {
  const types = { resources: new Map([['aws_thing', thing]]), dataSources: new Map() };
  const origins = { website: '', api: '' };
  const provider = new Provider(types, () => ({ storeFolder, origins, now: () => new Date() }), {});
  provider.configure({ region: 'us-west-2', default_tags: [] });
  return provider;
}
