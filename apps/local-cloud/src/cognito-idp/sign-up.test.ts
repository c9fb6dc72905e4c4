import assert from 'node:assert/strict';
import { test } from 'node:test';

import { resend, signUp } from './testing/calls';
import { aClient, aPool, CLIENT_ID, POOL_ID, record, setUpIdp, text } from './testing/idp-fixture';
import type { Fixture } from './testing/idp-fixture';
import { signIn } from './testing/sign-in';

const HOUR_MS = 3_600_000;
const BAD_CODE = 'ExpiredCodeException: Invalid code provided, please request a code again.';
const MISMATCH = 'CodeMismatchException: Invalid verification code provided, please try again.';
const LIMIT = 'LimitExceededException: Attempt limit exceeded, please try after some time.';

async function confirm({ call }: Fixture, code: string, Username = 'new'): Promise<string> {
  const input = { ClientId: CLIENT_ID, Username, ConfirmationCode: code };
  return (await call('ConfirmSignUp', input)).said;
}

function mailedCode({ idp }: Fixture): string {
  return /\d{6}/.exec(idp.outbox.list()[0]?.message ?? '')?.[0] ?? 'no mail';
}

function otherCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

const LEGACY_POOL = aPool({ clients: [aClient({ preventUserExistenceErrors: 'LEGACY' })] });

test('signs up, mails a code, confirms with it and lets the new member in', async () => {
  const fixture = setUpIdp();
  const { status, body } = await signUp(fixture);
  assert.equal(status, 200);
  assert.equal(body.UserConfirmed, false);
  assert.match(text(body, 'UserSub'), /^[\da-f-]{36}$/);
  assert.deepEqual(record(body, 'CodeDeliveryDetails'), {
    Destination: 'n***@e***',
    DeliveryMedium: 'EMAIL',
    AttributeName: 'email',
  });
  assert.equal(await confirm(fixture, mailedCode(fixture), 'NEW'), 'ok');
  assert.equal((await signIn(fixture, { username: 'New' })).said, 'ok');
});

test('shows the mail in the outbox and, as plain text, in the log', async () => {
  const fixture = setUpIdp();
  await signUp(fixture);
  const code = mailedCode(fixture);
  assert.deepEqual(fixture.idp.outbox.list(), [
    {
      to: 'new@example.com',
      username: 'new',
      userPoolId: POOL_ID,
      subject: 'Your code',
      message: `<p>Hello,</p>Your code is <b>${code}</b>.`,
      sentAtMs: fixture.clock.nowMs,
    },
  ]);
  const log = fixture.lines.join('\n');
  assert.match(log, /│ Mail to new@example\.com\n│ Your code\n│\n│ Hello,\n/);
  assert.match(log, new RegExp(`│ Your code is ${code}\\.`));
});

test('keeps codes and mails over a restart', async () => {
  const fixture = setUpIdp();
  await signUp(fixture);
  const restarted = setUpIdp({ database: fixture.database });
  assert.equal(mailedCode(restarted), mailedCode(fixture));
  assert.equal(await confirm(restarted, mailedCode(restarted)), 'ok');
});

test('keeps the last 200 mails', () => {
  const { idp } = setUpIdp();
  for (let mail = 1; mail <= 205; mail += 1) {
    idp.outbox.deliver({ to: `${mail}`, username: '', subject: '', message: '', sentAtMs: mail });
  }
  assert.equal(idp.outbox.list().length, 200);
  assert.equal(idp.outbox.list()[0]?.to, '205');
  assert.equal(idp.outbox.list().at(-1)?.to, '6');
});

test('says that a user is unconfirmed only to who knows the password', async () => {
  const fixture = setUpIdp();
  await signUp(fixture);
  const right = await signIn(fixture, { username: 'new' });
  const wrong = await signIn(fixture, { username: 'new', password: 'House1234!' });
  assert.equal(right.said, 'UserNotConfirmedException: User is not confirmed.');
  assert.equal(wrong.said, 'NotAuthorizedException: Incorrect username or password.');
});

test('takes the right code only, until a day has passed, and only while it is the latest', async () => {
  const fixture = setUpIdp();
  await signUp(fixture);
  const first = mailedCode(fixture);
  assert.equal(await confirm(fixture, otherCode(first)), MISMATCH);
  assert.equal(await confirm(fixture, `${first}0`), MISMATCH);
  fixture.clock.nowMs += 24 * HOUR_MS;
  assert.equal(await confirm(fixture, first), BAD_CODE);
  await resend(fixture);
  const second = mailedCode(fixture);
  if (second !== first) assert.equal(await confirm(fixture, first), MISMATCH);
  fixture.clock.nowMs += 24 * HOUR_MS - 1;
  assert.equal(await confirm(fixture, second), 'ok');
});

test('confirms once', async () => {
  const fixture = setUpIdp();
  await signUp(fixture);
  const code = mailedCode(fixture);
  await confirm(fixture, code);
  assert.equal(
    await confirm(fixture, code),
    'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
  );
  assert.equal(
    (await resend(fixture)).said,
    'InvalidParameterException: User is already confirmed.',
  );
});

test('hides who exists when confirming and resending, unless the client does not', async () => {
  const hiding = setUpIdp();
  assert.equal(await confirm(hiding, '123456', 'nobody'), BAD_CODE);
  const simulated = await resend(hiding, 'nobody');
  const again = await resend(setUpIdp({ database: hiding.database }), 'Nobody');
  assert.match(
    text(record(simulated.body, 'CodeDeliveryDetails'), 'Destination'),
    /^[a-z]\*{3}@[a-z]\*{3}$/,
  );
  assert.deepEqual(again.body, simulated.body);
  assert.deepEqual(hiding.idp.outbox.list(), []);
  const telling = setUpIdp({ pools: [LEGACY_POOL] });
  assert.equal(
    await confirm(telling, '123456', 'nobody'),
    'UserNotFoundException: User does not exist.',
  );
  assert.equal(
    (await resend(telling, 'nobody')).said,
    'UserNotFoundException: Username/client id combination not found.',
  );
});

test('sends five more codes and takes fifteen answers an hour, for names nobody has too', async () => {
  const fixture = setUpIdp();
  await signUp(fixture);
  for (const username of ['new', 'nobody']) {
    for (let sent = 1; sent <= 5; sent += 1) {
      assert.equal((await resend(fixture, username)).said, 'ok');
    }
    assert.equal((await resend(fixture, username)).said, LIMIT);
    const wrong = otherCode(mailedCode(fixture));
    for (let tried = 1; tried <= 15; tried += 1) {
      assert.equal(
        await confirm(fixture, wrong, username),
        username === 'new' ? MISMATCH : BAD_CODE,
      );
    }
    assert.equal(await confirm(fixture, mailedCode(fixture), username), LIMIT);
  }
  fixture.clock.nowMs += HOUR_MS;
  assert.equal((await resend(fixture)).said, 'ok');
  assert.equal(await confirm(fixture, mailedCode(fixture)), 'ok');
});
