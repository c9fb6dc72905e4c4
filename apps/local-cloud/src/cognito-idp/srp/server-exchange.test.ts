import assert from 'node:assert/strict';
import { test } from 'node:test';

import { POOL_ID } from '../testing/idp-fixture';
import { createSrpClient } from '../testing/srp-client';
import { makeVerifier } from './password-verifier';
import {
  exchangeKey,
  newServerSecret,
  parseClientPublic,
  serverPublic as toServerPublic,
} from './server-exchange';
import { signAnswer } from './srp-hash';

const IDENTITY = { poolName: 'AbCdEf123', userIdForSrp: 'user' };

/** What client and server each think the signature is. */
function exchange(salt: Buffer, password: string, clientPassword = password) {
  const { verifier } = makeVerifier(IDENTITY, password, salt);
  const client = createSrpClient();
  const serverSecret = newServerSecret();
  const serverPublic = toServerPublic(verifier, serverSecret);
  const clientPublic = parseClientPublic(client.srpA);
  assert(clientPublic !== undefined);
  const challenge = {
    SALT: salt.toString('hex'),
    SRP_B: serverPublic.toString(16),
    SECRET_BLOCK: Buffer.from('block').toString('base64'),
    USER_ID_FOR_SRP: IDENTITY.userIdForSrp,
  };
  const timestamp = 'Tue Sep 1 07:04:09 UTC 2026';
  const key = exchangeKey({ clientPublic, serverPublic, serverSecret, verifier });
  const secretBlock = Buffer.from('block');
  return {
    server: signAnswer(key, { ...IDENTITY, secretBlock, timestamp }).toString('base64'),
    client: client.answer(POOL_ID, clientPassword, challenge, timestamp),
  };
}

test('agrees with a client that reads the salt as a number, whatever its first bytes', () => {
  const salts = ['00'.repeat(16), '00'.repeat(15) + '80', '007f', '0080', '7f', '80', 'ff'];
  for (const start of salts) {
    const salt = Buffer.from(start.padEnd(32, '5a'), 'hex');
    const { server, client } = exchange(salt, 'House1234?');
    assert.equal(server, client, `salt ${start}`);
  }
});

test('disagrees when one letter of the password differs', () => {
  const { server, client } = exchange(Buffer.alloc(16, 1), 'House1234?', 'house1234?');
  assert.notEqual(server, client);
});
