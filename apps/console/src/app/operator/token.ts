/** Of this tab, until it is closed: other tabs and later visits ask again. */
const KEY = 'gatehouse.operator-token';

/** 32 random bytes, base64url, as the local cloud makes them. */
const TOKEN = /^[\w-]{43}$/;
const IN_ADDRESS = /^#token=(?<token>[\w-]*)$/;

type Page = Pick<Window, 'history' | 'location' | 'sessionStorage'>;

/**
 * Moves a token from the fragment of the address into the tab's own storage. The fragment itself is never sent to anybody.
 * @param hash of the address. @default what it is now
 * @returns the token, when there was one
 */
export function takeTokenFromAddress(
  { history, location, sessionStorage }: Page,
  hash = location.hash,
): string | undefined {
  const given = IN_ADDRESS.exec(hash)?.groups?.token;
  if (given === undefined) return undefined;
  history.replaceState(null, '', `${location.pathname}#/`);
  if (!isToken(given)) return undefined;
  sessionStorage.setItem(KEY, given);
  return given;
}

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

export function storedToken({ sessionStorage }: Pick<Page, 'sessionStorage'>): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

/** @param token `undefined` forgets it */
export function storeToken(
  { sessionStorage }: Pick<Page, 'sessionStorage'>,
  token: string | undefined,
): void {
  if (token === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}
