import assert from 'node:assert/strict';
import { getDiffieHellman } from 'node:crypto';
import { test } from 'node:test';

import { aClient, aPool, aSeedUser, CLIENT_ID, setUpIdp } from '../testing/idp-fixture';

const USERS = [aSeedUser('user'), aSeedUser('ada')];

test('refuses public values that would make the secret known, and what is no such value', async () => {
  const fixture = setUpIdp({ users: USERS });
  const n = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
  const refused = ['0', '00', n, 2n * n, n + 1n, '', 'xyz', '-2', '0x2', 'f'.repeat(1_000_000 / 8)];
  for (const value of refused) {
    const { status, said } = await fixture.call('InitiateAuth', {
      AuthFlow: 'USER_SRP_AUTH',
      ClientId: CLIENT_ID,
      AuthParameters: { USERNAME: 'user', SRP_A: value.toString(16) },
    });
    assert.equal(status, 400);
    assert.match(
      said,
      /^InvalidParameterException: (Invalid SRP_A|Missing required parameter SRP_A)$/,
    );
  }
});

test('answers flows the client does not allow as AWS does, and those not played here with a 501', async () => {
  const flows = ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH'];
  const all = aClient({ id: 'all', explicitAuthFlows: flows });
  const { call } = setUpIdp({ pools: [aPool({ clients: [aClient(), all] })] });
  const start = async (ClientId: string, AuthFlow: string): Promise<string> => {
    const { said } = await call('InitiateAuth', { ClientId, AuthFlow, AuthParameters: {} });
    return said.replace(/( is not emulated).*/, '$1');
  };
  const invalid = 'InvalidParameterException:';
  assert.equal(
    await start(CLIENT_ID, 'USER_PASSWORD_AUTH'),
    `${invalid} USER_PASSWORD_AUTH flow not enabled for this client`,
  );
  assert.equal(
    await start(CLIENT_ID, 'USER_AUTH'),
    `${invalid} USER_AUTH flow not enabled for this client`,
  );
  assert.equal(
    await start(CLIENT_ID, 'CUSTOM_AUTH'),
    `${invalid} CUSTOM_AUTH is not enabled for the client.`,
  );
  assert.equal(
    await start(CLIENT_ID, 'ADMIN_NO_SRP_AUTH'),
    `${invalid} Initiate Auth method not supported.`,
  );
  assert.equal(
    await start('all', 'USER_SRP_AUTH'),
    `${invalid} USER_SRP_AUTH is not enabled for the client.`,
  );
  assert.equal(
    await start('all', 'REFRESH_TOKEN_AUTH'),
    `${invalid} REFRESH_TOKEN_AUTH is not enabled for the client.`,
  );
  for (const flow of ['USER_PASSWORD_AUTH', 'USER_AUTH', 'CUSTOM_AUTH']) {
    assert.equal(
      await start('all', flow),
      `NotEmulatedException: The ${flow} flow is not emulated`,
    );
  }
  assert.equal(
    await start(CLIENT_ID, 'USER_SRP_AUTH'),
    `${invalid} Missing required parameter USERNAME`,
  );
  assert.match(
    await start(CLIENT_ID, 'X'),
    /^InvalidParameterException: 1 validation error detected: Value 'X' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: \[USER_SRP_AUTH, /,
  );
});

test('checks the username among the parameters like any other', async () => {
  const { call } = setUpIdp();
  for (const USERNAME of ['a\nb', ' ', 'x'.repeat(129)]) {
    const AuthParameters = { USERNAME, SRP_A: '2' };
    const input = { AuthFlow: 'USER_SRP_AUTH', ClientId: CLIENT_ID, AuthParameters };
    const { said } = await call('InitiateAuth', input);
    assert.match(
      said,
      /^InvalidParameterException: 1 validation error detected: Value at 'username' /,
    );
  }
});

test('answers challenges that are never set with a 501 that names them', async () => {
  const { call } = setUpIdp();
  const { status, said } = await call('RespondToAuthChallenge', {
    ClientId: CLIENT_ID,
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
  });
  assert.equal(status, 501);
  assert.match(said, /SOFTWARE_TOKEN_MFA challenge is not emulated.*cognito-idp\/flows/);
});

test('knows no other client, and no client secret', async () => {
  const { call } = setUpIdp();
  const start = async (ClientId: string, parameters: object): Promise<string> =>
    (
      await call('InitiateAuth', {
        AuthFlow: 'USER_SRP_AUTH',
        ClientId,
        AuthParameters: parameters,
      })
    ).said;
  assert.equal(
    await start('nowhere', {}),
    'ResourceNotFoundException: User pool client nowhere does not exist.',
  );
  assert.equal(
    await start(CLIENT_ID, { SECRET_HASH: 'x' }),
    `NotAuthorizedException: Unable to verify secret hash for client ${CLIENT_ID}`,
  );
});
