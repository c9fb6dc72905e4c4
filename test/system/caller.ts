import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import aws4 from 'aws4';

import { createSrpClient } from '../../apps/local-cloud/src/cognito-idp/testing/srp-client';
import { send, type Answer } from '../../apps/local-cloud/src/http/testing/wire';

/** `/config.json` as the website serves it. */
export interface Config {
  readonly region: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly identityPoolId: string;
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly userPoolEndpoint: string;
  readonly identityPoolEndpoint: string;
}

export interface Tokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export async function readConfig(website: string): Promise<Config> {
  return (await (await fetch(`${website}/config.json`)).json()) as Config;
}

export function userPoolClient(config: Config): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    region: config.region,
    endpoint: config.userPoolEndpoint,
    maxAttempts: 1,
  });
}

export function identityPoolClient(config: Config): CognitoIdentityClient {
  return new CognitoIdentityClient({
    region: config.region,
    endpoint: config.identityPoolEndpoint,
    maxAttempts: 1,
  });
}

/** Proves the password over SRP, with AWS's own SDK on the wire. */
export async function signIn(config: Config, username: string, password: string): Promise<Tokens> {
  const client = userPoolClient(config);
  const srp = createSrpClient();
  const { ChallengeParameters: given = {} } = await client.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_SRP_AUTH',
      ClientId: config.userPoolClientId,
      AuthParameters: { USERNAME: username, SRP_A: srp.srpA },
    }),
  );
  const challenge = {
    SALT: wanted(given.SALT),
    SRP_B: wanted(given.SRP_B),
    SECRET_BLOCK: wanted(given.SECRET_BLOCK),
    USER_ID_FOR_SRP: wanted(given.USER_ID_FOR_SRP),
  };
  const timestamp = srpTimestamp(new Date());
  const { AuthenticationResult: result } = await client.send(
    new RespondToAuthChallengeCommand({
      ClientId: config.userPoolClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: challenge.USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
        TIMESTAMP: timestamp,
        PASSWORD_CLAIM_SIGNATURE: srp.answer(config.userPoolId, password, challenge, timestamp),
      },
    }),
  );
  return {
    idToken: wanted(result?.IdToken),
    accessToken: wanted(result?.AccessToken),
    refreshToken: wanted(result?.RefreshToken),
  };
}

/** Trades an ID token for temporary credentials. */
export async function getCredentials(config: Config, idToken: string): Promise<Credentials> {
  const client = identityPoolClient(config);
  const Logins = { [`cognito-idp.${config.region}.amazonaws.com/${config.userPoolId}`]: idToken };
  const { IdentityId } = await client.send(
    new GetIdCommand({ IdentityPoolId: config.identityPoolId, Logins }),
  );
  const { Credentials: issued } = await client.send(
    new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
  );
  return {
    accessKeyId: wanted(issued?.AccessKeyId),
    secretAccessKey: wanted(issued?.SecretKey),
    sessionToken: wanted(issued?.SessionToken),
  };
}

export interface Call {
  readonly method: string;
  /** Below the stage, as it goes onto the wire: `/secure?x=1`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The headers of a call signed by an independent signer, for `send` or for a test to tamper with. */
export function signCall(
  config: Pick<Config, 'region' | 'apiUrl'> & { readonly apiKey: string | undefined },
  credentials: Credentials,
  call: Partial<Call> = {},
  signedAt = new Date(),
): Call {
  const { method = 'GET', path = '/secure', headers = {}, body } = call;
  const { host, pathname } = new URL(config.apiUrl);
  const signed = aws4.sign(
    {
      host,
      method,
      path: `${pathname}${path}`,
      region: config.region,
      service: 'execute-api',
      headers: {
        ...(config.apiKey !== undefined && { 'X-Api-Key': config.apiKey }),
        'X-Amz-Date': amzDate(signedAt),
        ...headers,
      },
      ...(body !== undefined && { body }),
    },
    credentials,
  );
  return {
    method,
    path,
    headers: signed.headers as Record<string, string>,
    ...(body !== undefined && { body }),
  };
}

/** Sends a call as it is: no client between it and the wire that would tidy its path. */
export function sendCall(config: Config, { method, path, headers, body }: Call): Promise<Answer> {
  const { port, pathname } = new URL(config.apiUrl);
  return send(Number(port), {
    method,
    path: `${pathname}${path}`,
    headers: { ...headers },
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
}

export function headerOf(answer: Answer, name: string): string | undefined {
  const index = answer.rawHeaders.findIndex(
    (header, position) => position % 2 === 0 && header.toLowerCase() === name.toLowerCase(),
  );
  return index < 0 ? undefined : answer.rawHeaders[index + 1];
}

/** `20260102T030405Z`. */
export function amzDate(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** `Tue Sep 5 07:04:09 UTC 2026`: the day has no leading zero. */
function srpTimestamp(date: Date): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = date
    .toUTCString()
    .split(/[ ,]+/);
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

function wanted(value: string | undefined): string {
  if (value === undefined) throw new Error('the answer lacks a field that AWS always sends');
  return value;
}
