import assert from 'node:assert/strict';
import { test } from 'node:test';

import { aClient, aPool, CLIENT_ID, PROVIDER } from '../../cognito-idp/testing/idp-fixture';
import { clientNames } from './client-names';

test('says the name of a client for the ids of its sign-ins, and leaves what is not of the stack', () => {
  const named = clientNames({ userPools: [aPool({ clients: [aClient({ name: 'the desk' })] })] });
  assert.equal(
    named(`no role mapping for ${PROVIDER}:${CLIENT_ID}, so the authenticated role`),
    'no role mapping for client the desk of gatehouse-dev-users, so the authenticated role',
  );
  assert.equal(named(`${PROVIDER}:other`), `${PROVIDER}:other`);
});
