import { parseRuntimeConfig, RuntimeConfigError, type RuntimeConfig } from '@gatehouse/access';

/** Why the client cannot start. `detail` is for whoever set the site up. */
export interface ConfigFailure {
  readonly kind: 'unreachable' | 'missing' | 'malformed';
  readonly detail: string;
}

/**
 * Fetches and checks /config.json. It is the only thing that differs between one deployment and
 * another, so it is never built in and never cached.
 */
export async function loadRuntimeConfig(
  url: URL,
  fetchConfig: (url: URL, init: RequestInit) => Promise<Response> = fetch,
): Promise<RuntimeConfig | ConfigFailure> {
  let response: Response;
  try {
    response = await fetchConfig(url, { cache: 'no-cache' });
  } catch {
    return { kind: 'unreachable', detail: `${url.href} could not be fetched.` };
  }
  // An S3 website answers a missing object with the error document: our own index.html, status 404.
  if (!response.ok) {
    return { kind: 'missing', detail: `${url.href} answered ${response.status}.` };
  }
  try {
    return parseRuntimeConfig(await response.json());
  } catch (error) {
    return {
      kind: 'malformed',
      detail: error instanceof RuntimeConfigError ? error.message : `${url.href} is not JSON.`,
    };
  }
}

export function isConfigFailure(value: RuntimeConfig | ConfigFailure): value is ConfigFailure {
  return 'kind' in value;
}
