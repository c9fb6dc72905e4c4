import type { RuntimeConfig } from '@gatehouse/access';

import { AuthFailure } from './auth-failure';
import { toAuthFailure } from './to-auth-failure';

/**
 * Ends every session of the user the access token belongs to.
 *
 * Amplify has `signOut({ global: true })`, but it forgets the tokens and reports success whether or
 * not the service was reached. Somebody whose laptop was stolen must not be told that.
 * Source: Amazon Cognito user pools API reference, GlobalSignOut (needs no signature).
 */
export async function globalSignOut(config: RuntimeConfig, accessToken: string): Promise<void> {
  const endpoint = config.userPoolEndpoint ?? `https://cognito-idp.${config.region}.amazonaws.com/`;
  const response = await post(endpoint, accessToken);
  if (!response.ok) throw toAuthFailure(await errorOf(response));
}

async function post(endpoint: string, accessToken: string): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      cache: 'no-store',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.GlobalSignOut',
      },
      body: JSON.stringify({ AccessToken: accessToken }),
    });
  } catch (cause) {
    throw new AuthFailure('unreachable', 'The sign-in service did not answer.', { cause });
  }
}

async function errorOf(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const { __type, message } = Object(body) as { __type?: unknown; message?: unknown };
  const error = new Error(typeof message === 'string' ? message : `HTTP ${response.status}`);
  if (typeof __type === 'string') error.name = __type.slice(__type.lastIndexOf('#') + 1);
  return error;
}
