import assert from 'node:assert/strict';
import { test } from 'node:test';

import { snapshotOf, verdictsOf } from '../testing/check-rule';
import { resourceTypeIsKnown } from './resource-type-is-known';

const THING = { aws_invented_thing: { notes: { name: 'notes' } } };

test('reports a new resource of a type that nobody has considered', () => {
  assert.deepEqual(verdictsOf(resourceTypeIsKnown, {}, THING), [
    'aws_invented_thing.notes: type `aws_invented_thing` is not known here: what it grants is not weighed',
  ]);
});

test('says nothing of one that was there, nor of a type that is known or left out with a reason', () => {
  assert.deepEqual(verdictsOf(resourceTypeIsKnown, THING, THING), []);
  const topic = { aws_sns_topic: { alarms: { name: 'alarms' } } };
  assert.deepEqual(verdictsOf(resourceTypeIsKnown, {}, topic), []);
});

test('reports one that was there, when it changes or goes', () => {
  const other = { aws_invented_thing: { notes: { name: 'other' } } };
  assert.deepEqual(verdictsOf(resourceTypeIsKnown, THING, other), [
    'aws_invented_thing.notes: it changes, and what its type, `aws_invented_thing`, does is not known here',
  ]);
  assert.deepEqual(verdictsOf(resourceTypeIsKnown, THING, {}), [
    'aws_invented_thing.notes: it goes, and what its type, `aws_invented_thing`, did is not known here',
  ]);
});

test('takes a type that is about access more seriously', () => {
  const severityOf = (type: string): string | undefined => {
    const head = snapshotOf({ [type]: { it: { name: 'it' } } });
    const [verdict] = resourceTypeIsKnown.check({ head, moved: new Map() });
    return verdict?.kind === 'finding' ? verdict.severity : undefined;
  };
  assert.equal(severityOf('aws_iam_invention'), 'medium');
  assert.equal(severityOf('aws_invented_policy'), 'medium');
  assert.equal(severityOf('aws_invented_thing'), 'info');
});
