import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openDatabase } from '../store/database';
import { IdentityStore } from './identity-store';

const POOL = 'eu-central-1:11111111-2222-4333-8444-555555555555';
const LOGIN = { providerName: 'p', subject: 's' };

test('makes ids in the region of the pool', () => {
  const { id } = new IdentityStore(openDatabase(':memory:')).create(POOL, LOGIN);
  assert.match(id, /^eu-central-1:[0-9a-f-]{36}$/);
});

test('a login has an identity of its own in each pool', () => {
  const store = new IdentityStore(openDatabase(':memory:'));
  const first = store.create(POOL, LOGIN);
  assert.equal(store.findByLogin('eu-central-1:0', LOGIN), undefined);
  const second = store.create('eu-central-1:0', LOGIN);
  assert.notEqual(first.id, second.id);
  assert.deepEqual(store.findByLogin(POOL, LOGIN), first);
  assert.deepEqual(store.find(second.id), second);
});

test('the oldest guests make room, logins never do', () => {
  const store = new IdentityStore(openDatabase(':memory:'), 2);
  const login = store.create(POOL, LOGIN);
  const guests = Array.from({ length: 4 }, () => store.create(POOL, undefined));
  const kept = guests.map(({ id }) => store.find(id) !== undefined);
  assert.deepEqual(kept, [false, false, true, true]);
  assert.deepEqual(store.find(login.id), login);
});
