import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import {
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';

import { systemClock } from '../clock';
import { createServiceServer } from '../http/service-server';
import { openDatabase } from '../store/database';
import { TraceRing } from '../trace/trace-ring';
import { createCognitoIdp } from './cognito-idp';
import type { CognitoIdp } from './cognito-idp';
import { formatAnswerTimestamp } from './srp/answer-timestamp';
import { aPool, aSeedUser, CLIENT_ID, PASSWORD, POOL_ID } from './testing/idp-fixture';
import { createSrpClient } from './testing/srp-client';

interface Running {
  readonly idp: CognitoIdp;
  readonly endpoint: string;
  readonly folder: string;
  readonly lines: readonly string[];
}

/** The real service behind real HTTP, its database in a file. */
async function run(context: TestContext): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-idp-'));
  const database = openDatabase(join(folder, 'local.db'));
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const traces = new TraceRing((text) => text);
  const model = { userPools: [aPool()] };
  const surroundings = { model, clock: systemClock, database, log, traces };
  const idp = createCognitoIdp(surroundings);
  idp.seed([aSeedUser('user')]);
  let port = 0;
  const server = createServiceServer({
    service: () => idp.service,
    clock: systemClock,
    log,
    host: 'localhost',
    port: () => port,
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert(typeof address === 'object' && address !== null);
  port = address.port;
  context.after(() => {
    server.closeAllConnections();
    server.close();
    database.close();
    rmSync(folder, { recursive: true });
  });
  return { idp, endpoint: `http://127.0.0.1:${port}`, folder, lines };
}

function configureAmplify(endpoint: string): void {
  const Cognito = {
    userPoolId: POOL_ID,
    userPoolClientId: CLIENT_ID,
    userPoolEndpoint: endpoint,
  };
  Amplify.configure({ Auth: { Cognito } });
}

async function errorName(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no error';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

test('takes Amplify through sign-up, sign-in, refresh and both sign-outs', async (context) => {
  const { idp, endpoint, lines } = await run(context);
  configureAmplify(endpoint);
  const wrong = auth.signIn({ username: 'user', password: 'House1234!' });
  const incorrect = 'NotAuthorizedException: Incorrect username or password.';
  assert.equal(await errorName(wrong), incorrect);
  assert.equal(await errorName(auth.signIn({ username: 'nobody', password: PASSWORD })), incorrect);

  const userAttributes = { name: 'New', email: 'new@example.com' };
  const signedUp = await auth.signUp({
    username: 'new',
    password: PASSWORD,
    options: { userAttributes },
  });
  assert.equal(signedUp.nextStep.signUpStep, 'CONFIRM_SIGN_UP');
  const early = await auth.signIn({ username: 'new', password: PASSWORD });
  assert.equal(early.nextStep.signInStep, 'CONFIRM_SIGN_UP');
  const confirmationCode = /\d{6}/.exec(idp.outbox.list()[0]?.message ?? '')?.[0] ?? '';
  await auth.confirmSignUp({ username: 'new', confirmationCode });
  assert.equal((await auth.signIn({ username: 'new', password: PASSWORD })).isSignedIn, true);

  const first = await auth.fetchAuthSession();
  const second = await auth.fetchAuthSession({ forceRefresh: true });
  assert.notEqual(String(second.tokens?.accessToken), String(first.tokens?.accessToken));
  assert.equal((await auth.fetchUserAttributes()).email, 'new@example.com');
  await auth.signOut();
  assert(
    lines.some((line) => line.includes('RevokeToken')),
    'sign-out revokes',
  );

  await auth.signIn({ username: 'user', password: PASSWORD });
  await auth.signOut({ global: true });
  assert(
    lines.some((line) => line.includes('GlobalSignOut')),
    'global sign-out is called',
  );
  assert.equal((await auth.fetchAuthSession()).tokens, undefined);
});

test('takes the AWS SDK through sign-up and SRP, with errors as its own classes', async (context) => {
  const { idp, endpoint } = await run(context);
  const credentials = { accessKeyId: 'unused', secretAccessKey: 'unused' };
  const sdk = new CognitoIdentityProviderClient({ region: 'us-west-2', endpoint, credentials });
  context.after(() => {
    sdk.destroy();
  });
  const signUp = new SignUpCommand({
    ClientId: CLIENT_ID,
    Username: 'new',
    Password: PASSWORD,
    UserAttributes: [
      { Name: 'name', Value: 'New' },
      { Name: 'email', Value: 'new@example.com' },
    ],
  });
  assert.equal((await sdk.send(signUp)).CodeDeliveryDetails?.Destination, 'n***@e***');
  assert.equal(await errorName(sdk.send(signUp)), 'UsernameExistsException: User already exists');
  const ConfirmationCode = /\d{6}/.exec(idp.outbox.list()[0]?.message ?? '')?.[0];
  await sdk.send(
    new ConfirmSignUpCommand({ ClientId: CLIENT_ID, Username: 'new', ConfirmationCode }),
  );

  const srp = createSrpClient();
  const started = await sdk.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_SRP_AUTH',
      ClientId: CLIENT_ID,
      AuthParameters: { USERNAME: 'new', SRP_A: srp.srpA },
    }),
  );
  const {
    SALT = '',
    SRP_B = '',
    SECRET_BLOCK = '',
    USER_ID_FOR_SRP = '',
  } = started.ChallengeParameters ?? {};
  const challenge = { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP };
  const timestamp = formatAnswerTimestamp(Date.now());
  const { AuthenticationResult } = await sdk.send(
    new RespondToAuthChallengeCommand({
      ClientId: CLIENT_ID,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        TIMESTAMP: timestamp,
        PASSWORD_CLAIM_SIGNATURE: srp.answer(POOL_ID, PASSWORD, challenge, timestamp),
      },
    }),
  );
  const { AccessToken } = AuthenticationResult ?? {};
  assert.equal((await sdk.send(new GetUserCommand({ AccessToken }))).Username, 'new');
});

test('keeps no password, token or code where it should not: not in the file, not in the log', async (context) => {
  const { endpoint, folder, lines, idp } = await run(context);
  configureAmplify(endpoint);
  const userAttributes = { name: 'New', email: 'new@example.com' };
  await auth.signUp({ username: 'new', password: PASSWORD, options: { userAttributes } });
  await auth.signIn({ username: 'user', password: PASSWORD });
  const { tokens } = await auth.fetchAuthSession();
  const accessToken = String(tokens?.accessToken);
  await auth.signOut();
  const code = /\d{6}/.exec(idp.outbox.list()[0]?.message ?? '')?.[0] ?? '';
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  assert(
    files.some((bytes) => bytes.includes('new@example.com')),
    'the file is the database',
  );
  for (const secret of [PASSWORD, accessToken]) {
    assert.equal(
      files.some((bytes) => bytes.includes(secret)),
      false,
    );
    assert.equal(
      lines.some((line) => line.includes(secret)),
      false,
    );
  }
  assert.equal(
    files.some((bytes) => bytes.includes('eyJjdHkiOiJKV1Qi')),
    false,
    'no refresh token',
  );
  const outsideMail = lines.filter((line) => !line.startsWith('│'));
  assert.equal(
    outsideMail.some((line) => line.includes(code)),
    false,
  );
});
