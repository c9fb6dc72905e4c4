/** Every single change to our stack that means something is reported. `npm run review:mutants` prints the score. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from '@gatehouse/terraform-json';

import { devStack } from '../../synthesized';
import { HARMLESS } from './harmless';
import { mutantsOf } from './mutants';
import { tryAll } from './stacks';

const EVERY = process.env.GATEHOUSE_LONG === '1';
const outcomes = [...tryAll({ every: EVERY })];

test('reports every change, or has the reason why it is harmless', () => {
  const survivors = outcomes.filter(
    ({ reportedAs, harmless }) => reportedAs === undefined && harmless === undefined,
  );
  assert.deepEqual(
    survivors.map(({ mutant: { address, path, how } }) => `${address} ${path} ${how}`),
    [],
  );
});

// One of a kind stands for all others, so that only all of them show it.
test(
  'excuses nothing that is not there (GATEHOUSE_LONG=1 only: it needs every mutant)',
  { skip: !EVERY },
  () => {
    const used = new Set(outcomes.map(({ harmless }) => harmless?.pattern));
    const unused = HARMLESS.flatMap(({ patterns }) => patterns).filter((one) => !used.has(one));
    assert.deepEqual(unused.map(String), []);
  },
);

test('no rule fails on any of them', () => {
  assert.deepEqual(
    outcomes.flatMap(({ failures }) => failures),
    [],
  );
});

test('changes every resource of the stack, and no two mutants are the same', () => {
  const stack = JSON.parse(devStack().text) as JsonObject;
  const mutants = [...mutantsOf(stack)];
  const changed = new Set(mutants.map(({ address }) => address));
  const whole = Object.entries(stack.resource as JsonObject).flatMap(([type, named]) =>
    Object.keys(named as JsonObject).map((name) => `${type}.${name}`),
  );
  assert.deepEqual(
    whole.filter((address) => !changed.has(address)),
    [],
  );
  const texts = new Set(mutants.map((mutant) => JSON.stringify(mutant.stack)));
  assert.equal(texts.size, mutants.length);
  assert.ok(!texts.has(JSON.stringify(stack)));
});
