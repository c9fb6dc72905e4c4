import assert from 'node:assert/strict';
import { test } from 'node:test';

import { planChange } from './plan-change';
import { settle } from './settle';
import { emptyThing, thing } from './testing/thing';
import { UNKNOWN, type Values } from './values';

const provider = { region: 'us-west-2', defaultTags: { Project: 'x' } };

const plan = (config: Values, prior: Values | null = null) =>
  planChange(thing, provider, { ...emptyThing, ...config }, prior);

/** The object as it stands after the configuration has been applied. */
const applied = (config: Values): Values =>
  settle(thing.schema, plan(config).planned, {
    id: 'thing-a',
    arn: 'arn:a',
    mode: 'A',
    changed_at: 'then',
  });

test('a new object has what is configured, the defaults, and the rest known after apply', () => {
  const { planned } = plan({ name: 'a', rule: [{ kind: 'x', weight: null }] });
  assert.deepEqual(planned, {
    ...emptyThing,
    id: UNKNOWN,
    name: 'a',
    arn: UNKNOWN,
    region: 'us-west-2',
    mode: UNKNOWN,
    limit: 10,
    tags_all: { Project: 'x' },
    changed_at: UNKNOWN,
    rule: [{ kind: 'x', weight: 1 }],
    policy: UNKNOWN,
  });
});

test('the same configuration again changes nothing', () => {
  const config = {
    name: 'a',
    labels: ['p', 'q'],
    stage: [{ at: 's' }],
    rule: [{ kind: 'x', weight: null }],
  };
  const prior = applied(config);
  assert.deepEqual(plan(config, prior), { planned: prior, requiresReplace: [] });
});

test('a set in another order, and what is empty instead of absent, change nothing', () => {
  const prior = applied({ name: 'a', labels: ['p', 'q'] });
  const again = plan({ name: 'a', labels: ['q', 'p'], note: '', tags: {} }, prior);
  assert.deepEqual(again.planned, prior);
});

test('an update keeps what AWS told, but for what changes with it', () => {
  const prior = applied({ name: 'a' });
  const { planned, requiresReplace } = plan({ name: 'a', note: 'new' }, prior);
  assert.deepEqual(planned, { ...prior, note: 'new', changed_at: UNKNOWN });
  assert.deepEqual(requiresReplace, []);
});

test('what AWS filled in stays when the configuration falls silent', () => {
  const prior = applied({ name: 'a', mode: 'B', policy: [{ length: 8 }] });
  assert.deepEqual(plan({ name: 'a' }, prior).planned, prior);
});

test('an argument that is taken away is planned as null', () => {
  assert.equal(plan({ name: 'a' }, applied({ name: 'a', note: 'x' })).planned.note, null);
});

test('names the argument that makes a new object', () => {
  const { requiresReplace } = plan({ name: 'b' }, applied({ name: 'a' }));
  assert.deepEqual(requiresReplace, [{ steps: [{ attribute_name: 'name' }] }]);
});

test('names it inside a block by its index', () => {
  const prior = applied({ name: 'a', rule: [{ kind: 'x', weight: 2 }] });
  const { requiresReplace } = plan({ name: 'a', rule: [{ kind: 'y', weight: 2 }] }, prior);
  assert.deepEqual(requiresReplace, [
    { steps: [{ attribute_name: 'rule' }, { element_key_int: 0 }, { attribute_name: 'kind' }] },
  ]);
  assert.deepEqual(
    plan({ name: 'a', rule: [{ kind: 'x', weight: 3 }] }, prior).requiresReplace,
    [],
  );
});

test('names the whole block where its items have no index or come and go', () => {
  const prior = applied({ name: 'a', stage: [{ at: 's' }] });
  const whole = [{ steps: [{ attribute_name: 'stage' }] }];
  assert.deepEqual(plan({ name: 'a', stage: [{ at: 't' }] }, prior).requiresReplace, whole);
  assert.deepEqual(plan({ name: 'a' }, prior).requiresReplace, whole);
});

test('another region makes a new object', () => {
  const { requiresReplace } = plan({ name: 'a', region: 'eu-west-1' }, applied({ name: 'a' }));
  assert.deepEqual(requiresReplace, [{ steps: [{ attribute_name: 'region' }] }]);
});

test('tags come on top of those of the provider', () => {
  assert.deepEqual(plan({ name: 'a', tags: { Own: 'y' } }).planned.tags_all, {
    Project: 'x',
    Own: 'y',
  });
  assert.equal(plan({ name: 'a', tags: UNKNOWN }).planned.tags_all, UNKNOWN);
});

test('what will only be known later may be anything: it is a change', () => {
  const { requiresReplace } = plan({ name: UNKNOWN }, applied({ name: 'a' }));
  assert.deepEqual(requiresReplace, [{ steps: [{ attribute_name: 'name' }] }]);
});
