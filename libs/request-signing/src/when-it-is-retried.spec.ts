import { HttpContext, type HttpErrorResponse } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';

import type { CredentialsProvider, SigningCredentials } from './request-signing-options';
import { ON_REQUEST_SIGNED, type SignedRequest } from './signed-request';
import { connectToWire, MEMBER, toError, toErrorResponse, type Arrival } from './testing/wire';

const HOUR_S = 3600;
const ENDED: SigningCredentials = { ...MEMBER, sessionToken: 'ended-session' };

describe('when it is retried', () => {
  for (const clock of [HOUR_S, -HOUR_S]) {
    it(`learns a clock that is ${clock} s off from the Date of the refusal`, async () => {
      const { api, http, state, arrivals } = connectToWire({ settings: { clock: String(clock) } });
      const arrival = await firstValueFrom(http.get<Arrival>(`${api}/secure`));
      expect(arrival.verdict?.matches).toBeTrue();
      expect(Math.round(state.clockOffsetMs() / 10_000)).toBe(clock / 10);
      await firstValueFrom(http.get(`${api}/secure`));
      expect((await arrivals()).length)
        .withContext('the second request knows')
        .toBe(3);
    });
  }

  for (const responseType of ['json', 'text', 'blob', 'arraybuffer'] as const) {
    it(`learns it from AWS's sentence where Date is not exposed, as ${responseType}`, async () => {
      const settings = { clock: String(HOUR_S), date: 'no', type: 'no' };
      const { api, http, state, arrivals } = connectToWire({ settings });
      await firstValueFrom(http.request('GET', api, { responseType }));
      expect(Math.round(state.clockOffsetMs() / 10_000)).toBe(HOUR_S / 10);
      expect((await arrivals()).length).toBe(2);
    });
  }

  it('learns it from the two clocks where the refusal has no body', async () => {
    const { api, http, arrivals } = connectToWire({ settings: { clock: '3600', body: 'no' } });
    await firstValueFrom(http.get(api));
    expect((await arrivals()).length).toBe(2);
  });

  it('does not retry when nothing tells the time', async () => {
    const settings = { clock: '3600', body: 'no', date: 'no' };
    const { api, http, state, arrivals } = connectToWire({ settings });
    const { status } = await toErrorResponse(http.get(api));
    expect(status).toBe(403);
    expect((await arrivals()).length).toBe(1);
    expect(state.clockOffsetMs()).toBe(0);
  });

  it('sends the same bytes again', async () => {
    const form = new FormData();
    form.set('file', new Blob(['žluť']), 'a.txt');
    const { api, http, arrivals } = connectToWire({ settings: { clock: '3600' } });
    await firstValueFrom(http.post(`${api}/upload`, form));
    const [first, second] = await arrivals();
    expect(second?.bodySha256).toBe(first?.bodySha256);
    expect(second?.verdict?.matches).toBeTrue();
  });

  it('renews credentials whose session has ended, by force', async () => {
    const credentials = fromCache(ENDED, MEMBER);
    const { api, http, arrivals } = connectToWire({ settings: { ended: 'ended' }, credentials });
    await firstValueFrom(http.get(api));
    const tokens = (await arrivals()).map(({ headers }) => headers['x-amz-security-token']);
    expect(tokens).toEqual([ENDED.sessionToken, MEMBER.sessionToken]);
  });

  it('renews them once for all requests that were refused together', async () => {
    const credentials = fromCache(ENDED, MEMBER);
    const { api, http, arrivals } = connectToWire({ settings: { ended: 'ended' }, credentials });
    await Promise.all([1, 2, 3].map((id) => firstValueFrom(http.get(`${api}/${id}`))));
    expect((await arrivals()).length).toBe(6);
    expect(credentials.calls.allArgs()).toEqual([[], [{ forceRefresh: true }]]);
  });

  it('does not retry with the session that was refused', async () => {
    const credentials = fromCache(ENDED, ENDED);
    const { api, http, arrivals } = connectToWire({ settings: { ended: 'ended' }, credentials });
    const { status } = await toErrorResponse(http.get(api));
    expect(status).toBe(403);
    expect((await arrivals()).length).toBe(1);
  });

  it('says that nobody is signed in when the session cannot be renewed', async () => {
    const credentials: CredentialsProvider = (options) =>
      options?.forceRefresh ? Promise.reject(new Error('signed out')) : Promise.resolve(ENDED);
    const { api, http } = connectToWire({ settings: { ended: 'ended' }, credentials });
    expect(await toError(http.get(api))).toEqual(
      jasmine.objectContaining({
        name: 'RequestSigningError',
        code: 'ERR_SIGNING_NO_CREDENTIALS',
        cause: new Error('signed out'),
      }),
    );
  });

  it('gives up after one retry, also when the second refusal has another reason', async () => {
    const settings = { ended: 'ended', clock: '3600' };
    const credentials = fromCache(ENDED, MEMBER);
    const { api, http, arrivals } = connectToWire({ settings, credentials });
    const error = await toErrorResponse(http.get(api));
    expect(readMessage(error)).toMatch(/^Signature expired/);
    expect((await arrivals()).length).toBe(2);
  });

  for (const deny of [
    'AccessDeniedException',
    'ForbiddenException',
    'InvalidSignatureException',
    'MissingAuthenticationTokenException',
    'UnrecognizedClientException',
  ]) {
    it(`does not repeat a request refused with ${deny}`, async () => {
      const { api, http, state, arrivals } = connectToWire({ settings: { deny, clock: '3600' } });
      const { status } = await toErrorResponse(http.post(api, {}));
      expect(status).toBe(403);
      expect((await arrivals()).length).toBe(1);
      expect(state.clockOffsetMs()).toBe(0);
    });
  }

  it('does not retry when a new signature would have nearly the same time', async () => {
    const settings = { clock: '3600', date: 'proxy' };
    const { api, http, arrivals } = connectToWire({ settings });
    await toErrorResponse(http.get(api));
    expect((await arrivals()).length).toBe(1);
  });

  it('tells each caller what was signed for it, attempt by attempt', async () => {
    const { api, http } = connectToWire({ settings: { clock: '3600' } });
    const seen: SignedRequest[] = [];
    const context = new HttpContext().set(ON_REQUEST_SIGNED, (signed) => seen.push(signed));
    const arrival = await firstValueFrom(http.get<Arrival>(`${api}/secure`, { context }));
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(seen[1]?.amzDate).toBe(arrival.headers['x-amz-date']);
  });

  it('mends requests that were refused together', async () => {
    const { api, http, arrivals } = connectToWire({ settings: { clock: '-3600' } });
    const ids = [1, 2, 3, 4];
    await Promise.all(ids.map((id) => firstValueFrom(http.get(`${api}/${id}`))));
    expect((await arrivals()).length).toBeLessThanOrEqual(2 * ids.length);
  });
});

/** A provider with a cache, as Amplify's is: it gives `cached` until it is forced to renew. */
function fromCache(cached: SigningCredentials, renewed: SigningCredentials) {
  return jasmine
    .createSpy<CredentialsProvider>()
    .and.callFake((options) => Promise.resolve(options?.forceRefresh ? renewed : cached));
}

function readMessage({ error }: HttpErrorResponse): unknown {
  return (error as { readonly message?: unknown }).message;
}
