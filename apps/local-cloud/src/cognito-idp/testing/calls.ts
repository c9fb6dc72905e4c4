import { CLIENT_ID, record } from './idp-fixture';
import type { Fixture, Reply } from './idp-fixture';

/** What the schema of the fixture's pool wants. */
export const ATTRIBUTES = { name: 'New', email: 'new@example.com' };

export interface SignUpInput {
  readonly username?: string;
  readonly password?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function signUp({ call }: Fixture, input: SignUpInput = {}): Promise<Reply> {
  const { username = 'new', password = 'House1234?', attributes = ATTRIBUTES } = input;
  return call('SignUp', {
    ClientId: CLIENT_ID,
    Username: username,
    Password: password,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  });
}

export function resend({ call }: Fixture, Username = 'new'): Promise<Reply> {
  return call('ResendConfirmationCode', { ClientId: CLIENT_ID, Username });
}

/** InitiateAuth with REFRESH_TOKEN_AUTH, the way amazon-cognito-identity-js calls it. */
export function refreshByFlow(
  { call }: Fixture,
  token: string,
  ClientId = CLIENT_ID,
): Promise<Reply> {
  const AuthParameters = { REFRESH_TOKEN: token, DEVICE_KEY: null };
  return call('InitiateAuth', { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters });
}

export function refresh(
  { call }: Fixture,
  RefreshToken: string,
  ClientId = CLIENT_ID,
): Promise<Reply> {
  return call('GetTokensFromRefreshToken', { ClientId, RefreshToken });
}

export async function getUser({ call }: Fixture, AccessToken: string): Promise<string> {
  return (await call('GetUser', { AccessToken })).said;
}

export function resultOf({ body }: Reply): Readonly<Record<string, unknown>> {
  return record(body, 'AuthenticationResult');
}
