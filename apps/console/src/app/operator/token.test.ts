import assert from 'node:assert/strict';
import { test } from 'node:test';

import { failureOfAnswer } from './operator-failure';
import { storedToken, storeToken, takeTokenFromAddress } from './token';

const TOKEN = 'a'.repeat(43);

/** As much of a window as the token needs. */
function pageAt(hash: string) {
  const stored = new Map<string, string>();
  const shown: string[] = [];
  const sessionStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  const history = {
    replaceState: (_state: unknown, _title: string, url: string) => void shown.push(url),
  };
  const page = { history, location: { hash, pathname: '/' }, sessionStorage } as unknown as Window;
  return { page, shown };
}

test('moves the token out of the address into the storage of the tab', () => {
  const { page, shown } = pageAt(`#token=${TOKEN}`);
  assert.equal(takeTokenFromAddress(page), TOKEN);
  assert.equal(storedToken(page), TOKEN);
  assert.deepEqual(shown, ['/#/']);
});

test('takes what is no token out of the address too, and keeps nothing of it', () => {
  for (const hash of ['#token=', '#token=short', `#token=${TOKEN}a`]) {
    const { page, shown } = pageAt(hash);
    assert.equal(takeTokenFromAddress(page), undefined);
    assert.equal(storedToken(page), undefined);
    assert.deepEqual(shown, ['/#/']);
  }
});

test('leaves the address of a page as it is', () => {
  const { page, shown } = pageAt('#/requests?token=no');
  assert.equal(takeTokenFromAddress(page), undefined);
  assert.deepEqual(shown, []);
});

test('forgets a token', () => {
  const { page } = pageAt('');
  storeToken(page, TOKEN);
  storeToken(page, undefined);
  assert.equal(storedToken(page), undefined);
});

test('hands on what the local cloud says of a refusal, and not what it says of a fault', () => {
  const said = JSON.stringify({ message: 'There is no nobody here.' });
  assert.deepEqual(
    [401, 404, 500].map((status) => failureOfAnswer(status, said)).map(({ kind }) => kind),
    ['token-refused', 'refused', 'failed'],
  );
  assert.equal(failureOfAnswer(404, said).message, 'There is no nobody here.');
  assert.match(failureOfAnswer(500, said).message, /answered 500/);
  assert.equal(failureOfAnswer(404, '<html>').kind, 'absent');
});
