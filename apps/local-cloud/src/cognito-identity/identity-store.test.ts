import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openDatabase } from '../store/database';
import { IdentityStore } from './identity-store';

const POOL = 'eu-central-1:11111111-2222-4333-8444-555555555555';
const LOGIN = { providerName: 'p', subject: 's' };
const OTHER = { providerName: 'q', subject: 't' };

const aStore = (maxGuests?: number): IdentityStore =>
  new IdentityStore(openDatabase(':memory:'), maxGuests);

test('makes ids in the region of the pool', () => {
  const { id } = aStore().create(POOL, [LOGIN]);
  assert.match(id, /^eu-central-1:[0-9a-f-]{36}$/);
});

test('a login has an identity of its own in each pool', () => {
  const store = aStore();
  const first = store.create(POOL, [LOGIN]);
  assert.equal(store.findByLogin('eu-central-1:0', LOGIN), undefined);
  const second = store.create('eu-central-1:0', [LOGIN]);
  assert.notEqual(first.id, second.id);
  assert.deepEqual(store.findByLogin(POOL, LOGIN), first);
  assert.deepEqual(store.find(second.id), second);
});

test('an identity has as many logins as are linked to it', () => {
  const store = aStore();
  const guest = store.create(POOL, []);
  store.link(guest, [LOGIN]);
  store.link(guest, [LOGIN, OTHER]);
  assert.deepEqual(store.loginsOf(guest), [LOGIN, OTHER]);
  assert.deepEqual(store.findByLogin(POOL, OTHER), { ...guest, state: 'linked' });
});

test('a login stays where it was linked first', () => {
  const store = aStore();
  const first = store.create(POOL, [LOGIN]);
  store.link(store.create(POOL, [OTHER]), [LOGIN]);
  assert.equal(store.findByLogin(POOL, LOGIN)?.id, first.id);
});

test('whoever loses the last login is disabled', () => {
  const store = aStore();
  const identity = store.create(POOL, [LOGIN, OTHER]);
  store.unlink(identity, ['p']);
  assert.equal(store.find(identity.id)?.state, 'linked');
  assert.equal(store.findByLogin(POOL, LOGIN), undefined);
  store.unlink(identity, ['q']);
  assert.equal(store.find(identity.id)?.state, 'disabled');
});

test('the oldest guests make room, logins never do', () => {
  const store = aStore(2);
  const login = store.create(POOL, [LOGIN]);
  const guests = Array.from({ length: 4 }, () => store.create(POOL, []));
  const kept = guests.map(({ id }) => store.find(id) !== undefined);
  assert.deepEqual(kept, [false, false, true, true]);
  assert.deepEqual(store.find(login.id), login);
});
