import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hostWarning } from './host-warning';

const leadingTo =
  (...addresses: readonly string[]) =>
  () =>
    Promise.resolve(addresses);

test('warns of a name that leads elsewhere, and says where to', async () => {
  const said = await hostWarning('example.com', leadingTo('127.0.0.1', '192.0.2.7'));
  assert.match(said ?? '', /example\.com leads to 127\.0\.0\.1, 192\.0\.2\.7, and not to this/);
});

test('warns of a name that leads nowhere', async () => {
  const said = await hostWarning('gatehouse.test', () => Promise.reject(new Error('ENOTFOUND')));
  assert.match(said ?? '', /gatehouse\.test leads nowhere, .* Let it lead to 127\.0\.0\.1/);
});

test('says nothing of a name that leads to this machine, and asks nobody about localhost', async () => {
  assert.equal(await hostWarning('gatehouse.test', leadingTo('127.0.0.9', '::1')), undefined);
  const asked = (): never => assert.fail('asked');
  for (const host of ['localhost', 'dev.localhost'])
    assert.equal(await hostWarning(host, asked), undefined);
});
