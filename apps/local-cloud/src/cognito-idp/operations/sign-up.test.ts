import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ATTRIBUTES, resend, signUp } from '../testing/calls';
import { aClient, aPool, aSeedUser, CLIENT_ID, setUpIdp } from '../testing/idp-fixture';

test('refuses a name that is taken, in any casing', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('new')] });
  const { said } = await signUp(fixture, { username: 'NEW' });
  assert.equal(said, 'UsernameExistsException: User already exists');
});

test('gives one reason at a time for a password against the policy', async () => {
  const fixture = setUpIdp();
  const refusal = 'InvalidPasswordException: Password did not conform with policy: Password';
  const cases = {
    'House1?': 'not long enough',
    'house1234?': 'must have uppercase characters',
    'HOUSE1234?': 'must have lowercase characters',
    'Houseabcd?': 'must have numeric characters',
    House12345: 'must have symbol characters',
  };
  for (const [password, reason] of Object.entries(cases)) {
    assert.equal((await signUp(fixture, { password })).said, `${refusal} ${reason}`);
  }
  const lax = { ...aPool().passwordPolicy, minimumLength: 6, requireSymbols: false };
  const other = setUpIdp({ pools: [aPool({ passwordPolicy: lax })] });
  assert.equal((await signUp(other, { password: 'House1' })).said, 'ok');
});

test('wants six characters before it looks at the policy, and shows no password', async () => {
  const fixture = setUpIdp();
  const { said } = await signUp(fixture, { password: 'Hou5?' });
  assert.equal(
    said,
    "InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6",
  );
  const missing = await fixture.call('SignUp', { ClientId: CLIENT_ID, Username: 'new' });
  assert.equal(missing.said, 'InvalidParameterException: Missing required parameter Password');
});

test('wants the attributes of the schema, knows no others, and checks their form', async () => {
  const fixture = setUpIdp();
  const refusal = 'InvalidParameterException: Attributes did not conform to the schema:';
  const cases: readonly [Record<string, string>, string][] = [
    [{ name: 'New' }, `${refusal} email: The attribute is required\n`],
    [{}, `${refusal} email: The attribute is required\nname: The attribute is required\n`],
    [{ ...ATTRIBUTES, name: '' }, `${refusal} name: The attribute is required\n`],
    [{ ...ATTRIBUTES, shoe: '44' }, `${refusal} shoe: Attribute does not exist in the schema.\n`],
    [
      { ...ATTRIBUTES, name: 'n'.repeat(65) },
      `${refusal} name: String must be no longer than 64 characters\n`,
    ],
    [
      { ...ATTRIBUTES, birthdate: '1815' },
      `${refusal} birthdate: String must be no shorter than 10 characters\n`,
    ],
    [{ ...ATTRIBUTES, email: 'new' }, 'InvalidParameterException: Invalid email address format.'],
    [
      { ...ATTRIBUTES, phone_number: '0123' },
      'InvalidParameterException: Invalid phone number format.',
    ],
    [{ ...ATTRIBUTES, 'custom:team': 'red', nickname: 'n', phone_number: '+15550100' }, 'ok'],
  ];
  for (const [attributes, said] of cases) {
    assert.equal((await signUp(fixture, { attributes })).said, said);
  }
});

test('lets nobody write what only Cognito writes, or what the client may not', async () => {
  const refusal = 'NotAuthorizedException: A client attempted to write unauthorized attribute';
  const open = setUpIdp();
  for (const name of ['sub', 'email_verified', 'phone_number_verified']) {
    const { said } = await signUp(open, { attributes: { ...ATTRIBUTES, [name]: 'true' } });
    assert.equal(said, refusal);
  }
  const client = aClient({ writeAttributes: ['name', 'email'] });
  const closed = setUpIdp({ pools: [aPool({ clients: [client] })] });
  const { said } = await signUp(closed, { attributes: { ...ATTRIBUTES, 'custom:team': 'red' } });
  assert.equal(said, refusal);
  assert.equal((await signUp(closed)).said, 'ok');
});

test('mails nothing where the pool does not verify, or only administrators make users', async () => {
  const silent = setUpIdp({ pools: [aPool({ autoVerifiedAttributes: [] })] });
  const { body } = await signUp(silent);
  assert.deepEqual(Object.keys(body), ['UserConfirmed', 'UserSub']);
  assert.deepEqual(silent.idp.outbox.list(), []);
  assert.equal(
    (await resend(silent)).said,
    'InvalidParameterException: Cannot resend codes. Auto verification not turned on.',
  );
  const closed = setUpIdp({ pools: [aPool({ adminCreateUserOnly: true })] });
  const refusal = 'NotAuthorizedException: SignUp is not permitted for this user pool';
  assert.equal((await signUp(closed)).said, refusal);
});
