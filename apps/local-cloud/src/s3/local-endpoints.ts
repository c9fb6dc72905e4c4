import { BootError } from '../boot-error';
import type { Origins } from '../http/open-ports';

/** Where the two Cognito services answer: `http://localhost:4201`. */
export type CognitoOrigins = Pick<Origins, 'userPools' | 'identityPools'>;

/** The object that tells the client where it runs. */
export const RUNTIME_CONFIG_KEY = 'config.json';

/**
 * Adds the two addresses that AWS's clients know by themselves and a laptop's cannot. This is all that tells the local website from
 * the deployed one.
 * @param address whose text it is, for the message
 * @throws BootError when the text is not a JSON object
 */
export function addLocalEndpoints(
  text: string,
  { userPools: userPoolEndpoint, identityPools: identityPoolEndpoint }: CognitoOrigins,
  address: string,
): string {
  const config = parseObject(text);
  if (!config) {
    throw new BootError(
      'ERR_SITE_CONFIG_INVALID',
      `${address}: ${RUNTIME_CONFIG_KEY} must be a JSON object, so that the local endpoints can be added to it.`,
    );
  }
  return JSON.stringify({ ...config, userPoolEndpoint, identityPoolEndpoint });
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
