import { RequestSigningError } from './request-signing-error';

/**
 * Parses the configured API address.
 *
 * @throws RequestSigningError `ERR_SIGNING_CONFIGURATION` when it is not an absolute http(s) URL of origin and path alone.
 */
export function parseApiUrl(apiUrl: string): URL {
  const api = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const isPlain =
    (api?.protocol === 'https:' || api?.protocol === 'http:') &&
    !hasUserInfo(api) &&
    api.search === '' &&
    api.hash === '' &&
    !leavesItsFolder(api.pathname);
  if (isPlain) return api;
  throw new RequestSigningError(
    'ERR_SIGNING_CONFIGURATION',
    `apiUrl is "${apiUrl}"; expected an absolute http(s) URL without user, query or fragment, ` +
      'such as "https://abc123.execute-api.eu-west-1.amazonaws.com/prod".',
  );
}

/**
 * Whether a request goes to the API: same scheme, host and port, and a path that is the base path or below it (`/devil`
 * is not below `/dev`). Both must come from `new URL`, which is the parser the browser sends by: it has already resolved
 * `..`, backslashes, tabs and upper-case hosts.
 */
export function isSignedTarget(target: URL, api: URL): boolean {
  if (target.origin !== api.origin || hasUserInfo(target)) return false;
  if (leavesItsFolder(target.pathname)) return false;
  const base = api.pathname.replace(/\/+$/, '');
  return target.pathname === base || target.pathname.startsWith(`${base}/`);
}

/** `fetch` refuses such a URL; nobody writes one by accident. */
function hasUserInfo(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}

/**
 * Whether a server that decodes `%2F` or `%5C` before it resolves dots would see a path above this one. The URL parser
 * resolves `..` and `%2e%2e` only where real slashes surround them.
 */
function leavesItsFolder(pathname: string): boolean {
  const decoded = pathname.replace(/%2e/gi, '.').replace(/%2f|%5c|\\/gi, '/');
  return decoded.split('/').includes('..');
}
