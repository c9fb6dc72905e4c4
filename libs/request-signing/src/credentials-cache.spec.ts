import { firstValueFrom, Subject } from 'rxjs';

import { CredentialsCache } from './credentials-cache';
import type { CredentialsProvider, SigningCredentials } from './request-signing-options';

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE_MS = 60_000;

describe('CredentialsCache', () => {
  it('shares one fetch between requests at the same time', async () => {
    const provider = providerOf(issue('a', 60));
    const cache = new CredentialsCache(() => NOW);
    const all = await Promise.all([cache.get(provider), cache.get(provider), cache.get(provider)]);
    expect(provider).toHaveBeenCalledTimes(1);
    expect(new Set(all).size).toBe(1);
  });

  it('holds credentials until one minute before they end', async () => {
    let now = NOW;
    const provider = providerOf(issue('a', 60), issue('b', 120));
    const cache = new CredentialsCache(() => now);
    await cache.get(provider);
    now += 59 * MINUTE_MS - 1;
    expect((await cache.get(provider)).accessKeyId).toBe('a');
    now += 1;
    expect((await cache.get(provider)).accessKeyId).toBe('b');
  });

  it('asks anew for each request when no end is told', async () => {
    const provider = providerOf({ accessKeyId: 'a', secretAccessKey: 's' });
    const cache = new CredentialsCache(() => NOW);
    await cache.get(provider);
    await cache.get(provider);
    expect(provider.calls.allArgs()).toEqual([[], []]);
  });

  it('forces a renewal when the provider answers with what is about to end', async () => {
    const provider = providerOf(issue('stale', 0.5), issue('fresh', 60));
    const { accessKeyId } = await new CredentialsCache(() => NOW).get(provider);
    expect(accessKeyId).toBe('fresh');
    expect(provider.calls.allArgs()).toEqual([[], [{ forceRefresh: true }]]);
  });

  it('answers refused credentials with those that another request has renewed already', async () => {
    const provider = providerOf(issue('a', 60), issue('b', 60));
    const cache = new CredentialsCache(() => NOW);
    const refused = await cache.get(provider);
    await cache.get(provider, refused);
    expect((await cache.get(provider, refused)).accessKeyId).toBe('b');
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('does not let a forced renewal join a fetch that may answer from a cache', async () => {
    const provider = providerOf(issue('a', 60), issue('b', 60));
    const cache = new CredentialsCache(() => NOW);
    const [plain, forced] = await Promise.all([
      cache.get(provider),
      cache.get(provider, issue('refused', 60)),
    ]);
    expect([plain.accessKeyId, forced.accessKeyId]).toEqual(['a', 'b']);
  });

  it('keeps the credentials of a renewal that was begun after, and ended before, a plain fetch', async () => {
    const plain = new Subject<SigningCredentials>();
    const provider: CredentialsProvider = (options) =>
      options?.forceRefresh ? Promise.resolve(issue('renewed', 60)) : firstValueFrom(plain);
    const cache = new CredentialsCache(() => NOW);
    const first = cache.get(provider);
    await cache.get(provider, issue('refused', 60));
    plain.next(issue('from a cache', 60));
    await first;
    expect((await cache.get(provider)).accessKeyId).toBe('renewed');
  });

  it('forgets, also what is still on its way, so that nobody signs as the user before', async () => {
    const before = new Subject<SigningCredentials>();
    const results = [firstValueFrom(before), Promise.resolve(issue('after', 60))];
    const provider: CredentialsProvider = () =>
      results.shift() ?? Promise.reject(new Error('once'));
    const cache = new CredentialsCache(() => NOW);
    const waiting = cache.get(provider);
    cache.forget();
    before.next(issue('before', 60));
    expect((await waiting).accessKeyId).toBe('after');
    expect((await cache.get(provider)).accessKeyId).toBe('after');
  });

  it('does not remember a failure', async () => {
    const results = [Promise.reject(new Error('offline')), Promise.resolve(issue('a', 60))];
    const provider: CredentialsProvider = () =>
      results.shift() ?? Promise.reject(new Error('once'));
    const cache = new CredentialsCache(() => NOW);
    await expectAsync(cache.get(provider)).toBeRejectedWith(
      jasmine.objectContaining({
        code: 'ERR_SIGNING_NO_CREDENTIALS',
        cause: new Error('offline'),
      }),
    );
    expect((await cache.get(provider)).accessKeyId).toBe('a');
  });

  it('refuses credentials without a secret', async () => {
    const provider = providerOf({ accessKeyId: 'a', secretAccessKey: '' });
    await expectAsync(new CredentialsCache(() => NOW).get(provider)).toBeRejectedWith(
      jasmine.objectContaining({ code: 'ERR_SIGNING_NO_CREDENTIALS' }),
    );
  });
});

function issue(accessKeyId: string, minutes: number): SigningCredentials {
  const expiration = new Date(NOW + minutes * MINUTE_MS);
  return { accessKeyId, secretAccessKey: 'secret', expiration };
}

/** Answers with each in turn, then with the last. */
function providerOf(...answers: [SigningCredentials, ...SigningCredentials[]]) {
  let [next] = answers;
  return jasmine.createSpy<CredentialsProvider>().and.callFake(() => {
    next = answers.shift() ?? next;
    return Promise.resolve(next);
  });
}
