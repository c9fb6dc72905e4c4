import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aPool, POOL_ID } from '../../cognito-idp/testing/idp-fixture';
import type { MailAnswer } from '../answers';
import { operate } from '../testing/operate';

const OTHER_ID = 'us-west-2_Agents000';
const ONE = aPool();
const OTHER = aPool({ id: OTHER_ID, name: 'agents', providerName: 'elsewhere', clients: [] });

/** From which pools mails say that they are, with a mail of each of these ids. */
async function poolsOfMails(
  userPools: readonly (typeof ONE)[],
  ids: readonly (string | undefined)[],
): Promise<readonly (string | undefined)[]> {
  const { ask, idp } = operate({ parts: { userPools } });
  for (const id of ids) {
    const mail = { to: 'a@example.com', username: 'a', subject: '', message: '', sentAtMs: 1 };
    idp.idp.outbox.deliver({ ...mail, ...(id !== undefined && { userPoolId: id }) });
  }
  const mails = (await ask('GET', '/outbox')).body as readonly MailAnswer[];
  return mails.map(({ userPool }) => userPool).reverse();
}

test('says which user pool a mail is from, where the stack has several', async () => {
  assert.deepEqual(await poolsOfMails([ONE, OTHER], [POOL_ID, OTHER_ID]), [ONE.name, 'agents']);
});

test('does not speak of the pool where there is only one', async () => {
  assert.deepEqual(await poolsOfMails([ONE], [POOL_ID]), [undefined]);
});

test('names a pool by its id as well where two have the same name, and by that alone where it is gone', async () => {
  const namesake = { ...OTHER, name: ONE.name };
  assert.deepEqual(await poolsOfMails([ONE, namesake], [OTHER_ID, 'us-west-2_gone00000']), [
    `${ONE.name} (${OTHER_ID})`,
    'us-west-2_gone00000',
  ]);
});

test('says nothing of the pool of a mail from before that was kept', async () => {
  assert.deepEqual(await poolsOfMails([ONE, OTHER], [undefined]), [undefined]);
});

test('has no mail when nothing is applied', async () => {
  assert.deepEqual((await operate({ isApplied: false }).ask('GET', '/outbox')).body, []);
});
