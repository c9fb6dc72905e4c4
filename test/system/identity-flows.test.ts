import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenCommand,
  UnlinkIdentityCommand,
} from '@aws-sdk/client-cognito-identity';
import { GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider';
import aws4 from 'aws4';

import {
  identityPoolClient,
  sendCall,
  signCall,
  signIn,
  userPoolClient,
  type Config,
  type Credentials,
  type Tokens,
} from './caller';
import { poolNamed, startIdentityStack } from './identity-stack';
import { PASSWORD, type ThirdPartyStack } from './third-party-stack';

let stack: ThirdPartyStack;
let config: Config;

before(async () => {
  stack = await startIdentityStack();
  config = { ...stack.configOf({}), apiKey: stack.model.apiKeys[0]?.value ?? '' };
});
after(() => stack.stop());

const tokensOf = (username: string): Promise<Tokens> => signIn(config, username, PASSWORD);

const loginsOf = ({ idToken }: Tokens): Record<string, string> => ({
  [`cognito-idp.${config.region}.amazonaws.com/${config.userPoolId}`]: idToken,
});

/** `200`, or `403 User: … is not authorized …`. */
async function get(path: string, credentials: Credentials): Promise<string> {
  const answer = await sendCall(config, signCall(config, credentials, { path }));
  if (answer.status === 200) return '200';
  const { Message, message } = JSON.parse(answer.body) as { Message?: string; message?: string };
  return `${answer.status} ${Message ?? message ?? ''}`;
}

/** The enhanced flow in one of the pools. */
async function credentialsIn(pool: string, tokens: Tokens | undefined): Promise<Credentials> {
  const client = identityPoolClient(config);
  const Logins = tokens && loginsOf(tokens);
  const { IdentityId } = await client.send(
    new GetIdCommand({ IdentityPoolId: poolNamed(stack, pool).id, Logins }),
  );
  const { Credentials: given } = await client.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
  );
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}

test('guests call what their role allows within its boundary, and nothing else', async () => {
  const guest = await credentialsIn('gatehouse-dev-identities', undefined);
  assert.equal(await get('/secure', guest), '200');
  assert.match(
    await get('/vip', guest),
    /^403 User: arn:aws:sts::\d{12}:assumed-role\/gatehouse-dev-guest\/CognitoIdentityCredentials is not authorized/,
  );
  assert.ok(
    stack.log.some((line) => /role gatehouse-dev-guest has no statement .*GET\/vip/.test(line)),
  );
});

test('rules choose a role by a claim, and refuse whom none matches', async () => {
  const red = await credentialsIn('rules', await tokensOf('red'));
  assert.equal(await get('/vip', red), '200');
  assert.match(await get('/secure', red), /^403 User: .*assumed-role\/red\//);
  await assert.rejects(credentialsIn('rules', await tokensOf('user')), {
    name: 'NotAuthorizedException',
    message: /^The ambiguous role mapping rules for: cognito-idp\..* denied this request\.$/,
  });
});

test('a pool does not take guests because another one does', async () => {
  await assert.rejects(credentialsIn('rules', undefined), {
    name: 'NotAuthorizedException',
    message: 'Unauthenticated access is not supported for this identity pool.',
  });
});

interface StsAnswer {
  readonly status: number;
  readonly element: (name: string) => string;
}

async function sts(
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<StsAnswer> {
  const body = new URLSearchParams({ Version: '2011-06-15', ...parameters });
  const response = await fetch(config.identityPoolEndpoint, {
    method: 'POST',
    body: body.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
  const text = await response.text();
  const element = (name: string): string =>
    new RegExp(`<${name}>([^<]*)<`).exec(text)?.[1] ?? `no ${name} in ${text}`;
  return { status: response.status, element };
}

/** The basic flow, with a role of the caller's choice. */
async function assume(
  role: string,
  more: Readonly<Record<string, string>> = {},
): Promise<StsAnswer> {
  const client = identityPoolClient(config);
  const Logins = loginsOf(await tokensOf('user'));
  const { IdentityId } = await client.send(
    new GetIdCommand({ IdentityPoolId: poolNamed(stack, 'basic').id, Logins }),
  );
  const { Token = '' } = await client.send(new GetOpenIdTokenCommand({ IdentityId, Logins }));
  return sts({
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: `arn:aws:iam::${stack.model.accountId}:role/${role}`,
    RoleSessionName: 'my-app',
    WebIdentityToken: Token,
    ...more,
  });
}

function credentialsOf({ element }: StsAnswer): Credentials {
  return {
    accessKeyId: element('AccessKeyId'),
    secretAccessKey: element('SecretAccessKey'),
    sessionToken: element('SessionToken'),
  };
}

test('the basic flow ends in credentials that API Gateway takes, tagged and named', async () => {
  const assumed = await assume('basic');
  assert.equal(assumed.status, 200);
  const credentials = credentialsOf(assumed);
  // Its policy asks for the tag that the default mapping makes.
  assert.equal(await get('/secure', credentials), '200');
  assert.match(await get('/nowhere', credentials), /^403 /);
  const { headers = {} } = aws4.sign(
    {
      host: new URL(config.identityPoolEndpoint).host,
      path: '/',
      method: 'POST',
      service: 'sts',
      region: config.region,
      body: 'Version=2011-06-15&Action=GetCallerIdentity',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    },
    credentials,
  );
  const { Host: _, ...signed } = headers as Record<string, string>;
  const who = await sts({ Action: 'GetCallerIdentity' }, signed);
  assert.equal(
    who.element('Arn'),
    `arn:aws:sts::${stack.model.accountId}:assumed-role/basic/my-app`,
  );
});

test('a session policy takes away, and the refusal names the session', async () => {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*/GET/secure' },
  });
  const credentials = credentialsOf(await assume('basic', { Policy }));
  assert.equal(await get('/secure', credentials), '200');
  assert.match(
    await get('/vip', credentials),
    /^403 User: arn:aws:sts::\d{12}:assumed-role\/basic\/my-app is not authorized/,
  );
});

test('the basic flow gives no role that does not trust the pool', async () => {
  const refused = await assume('gatehouse-dev-admin');
  assert.equal(refused.status, 403);
  assert.equal(
    refused.element('Message'),
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  );
});

test('a pool without the basic flow signs no token', async () => {
  const client = identityPoolClient(config);
  const Logins = loginsOf(await tokensOf('user'));
  const { IdentityId } = await client.send(
    new GetIdCommand({ IdentityPoolId: poolNamed(stack, 'rules').id, Logins }),
  );
  await assert.rejects(client.send(new GetOpenIdTokenCommand({ IdentityId, Logins })), {
    name: 'InvalidParameterException',
    message: 'Basic (classic) flow is not enabled, please use enhanced flow.',
  });
});

test('after sign-out the token is inactive; credentials from before go on', async () => {
  const tokens = await tokensOf('red');
  const issued = await credentialsIn('rules', tokens);
  await userPoolClient(config).send(new GlobalSignOutCommand({ AccessToken: tokens.accessToken }));
  await assert.rejects(credentialsIn('rules', tokens), {
    name: 'NotAuthorizedException',
    message: 'Token is inactive',
  });
  assert.equal(await get('/vip', issued), '200');
});

test('an identity that was unlinked from its last login is closed', async () => {
  const client = identityPoolClient(config);
  const Logins = loginsOf(await tokensOf('user'));
  const IdentityPoolId = poolNamed(stack, 'rules').id;
  const { IdentityId } = await client.send(new GetIdCommand({ IdentityPoolId, Logins }));
  const LoginsToRemove = Object.keys(Logins);
  await client.send(new UnlinkIdentityCommand({ IdentityId, Logins, LoginsToRemove }));
  await assert.rejects(client.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins })), {
    name: 'NotAuthorizedException',
    message: `Access to Identity '${IdentityId ?? ''}' is forbidden.`,
  });
  const again = await client.send(new GetIdCommand({ IdentityPoolId, Logins }));
  assert.notEqual(again.IdentityId, IdentityId);
});
