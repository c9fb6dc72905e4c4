import { firstValueFrom } from 'rxjs';

import {
  API_KEY,
  arrivalsAt,
  connectToWire,
  MEMBER,
  OTHER_ORIGIN,
  toError,
  toErrorResponse,
  toPath,
  type Arrival,
} from './testing/wire';

const OWN_HEADERS = ['authorization', 'x-amz-date', 'x-amz-security-token', 'x-api-key'];

describe('where it is signed', () => {
  const foreign: Record<string, (api: string) => string> = {
    'another origin with the same path': (api) => api.replace(location.origin, OTHER_ORIGIN),
    'a sibling whose name begins alike': (api) => `${api}il/secure`,
    'the folder above': (api) => `${api}/../`,
    'a sibling through dots': (api) => `${api}/../plain/secure`,
    'a sibling through encoded dots': (api) => `${api}/%2E%2e/plain/secure`,
    'a sibling through backslashes': (api) => `${api}\\..\\plain\\secure`,
    'dots behind an encoded slash': (api) => `${api}/..%2fplain`,
    'a relative sibling': () => '/wire/plain/secure',
    'a protocol-relative address elsewhere': () => `//${new URL(OTHER_ORIGIN).host}/wire/plain`,
  };

  for (const [name, toUrl] of Object.entries(foreign)) {
    it(`adds nothing to a request to ${name}`, async () => {
      const { api, http } = connectToWire();
      const arrival = await firstValueFrom(http.get<Arrival>(toUrl(api)));
      expect(OWN_HEADERS.filter((header) => header in arrival.headers)).toEqual([]);
    });
  }

  it('adds nothing while the options are not known yet', async () => {
    const { api, http } = connectToWire({ areOptionsKnown: false });
    const arrival = await firstValueFrom(http.get<Arrival>(api));
    expect(OWN_HEADERS.filter((header) => header in arrival.headers)).toEqual([]);
  });

  it('refuses a redirect rather than carry the key and the session along', async () => {
    const elsewhere = toPath({});
    const redirect = encodeURIComponent(`${OTHER_ORIGIN}/wire/${elsewhere}/`);
    const { api, http, arrivals } = connectToWire({ settings: { redirect } });
    const error = await toErrorResponse(http.get(`${api}/secure`));
    expect(error.status).toBe(0);
    expect((await arrivals()).length).toBe(1);
    expect(await arrivalsAt(elsewhere)).toEqual([]);
  });

  it('would have leaked them through that redirect, had fetch followed it', async () => {
    const elsewhere = toPath({});
    const redirect = encodeURIComponent(`${OTHER_ORIGIN}/wire/${elsewhere}/`);
    const { api } = connectToWire({ settings: { redirect } });
    await fetch(`${api}/secure`, { headers: { 'x-api-key': API_KEY } });
    expect((await arrivalsAt(elsewhere))[0]?.headers['x-api-key']).toBe(API_KEY);
  });

  it('does not sign an address with a user, which fetch refuses', async () => {
    const { api, http, state, arrivals } = connectToWire();
    await toErrorResponse(http.get(api.replace('://', '://api@')));
    expect(state.lastSigned()).toBeUndefined();
    expect(await arrivals()).toEqual([]);
  });

  for (const query of ['?=nameless', '?X-Amz-Signature=00', '?__proto__=x', '?latin1=%E9']) {
    it(`refuses to send what cannot be signed: ${query}`, async () => {
      const { api, http, arrivals } = connectToWire();
      expect(await toError(http.get(api + query))).toEqual(
        jasmine.objectContaining({ code: 'ERR_SIGNING_UNSIGNABLE_URL' }),
      );
      expect(await arrivals()).toEqual([]);
    });
  }

  it('refuses to send a body that has no serialization', async () => {
    const { api, http, arrivals } = connectToWire();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(await toError(http.post(api, circular))).toEqual(
      jasmine.objectContaining({
        code: 'ERR_SIGNING_UNSIGNABLE_BODY',
        cause: jasmine.any(TypeError),
      }),
    );
    expect(await arrivals()).toEqual([]);
  });

  it('refuses every request, also to others, while the options are unusable', async () => {
    const { http } = connectToWire({ origin: 'ftp://api.example' });
    expect(await toError(http.get('/wire/plain'))).toEqual(
      jasmine.objectContaining({ code: 'ERR_SIGNING_CONFIGURATION' }),
    );
  });

  it('shows what was signed, without the session and the key', async () => {
    const { api, http, state } = connectToWire();
    const arrival = await firstValueFrom(http.get<Arrival>(`${api}/secure?b=2&a=1`));
    const signed = state.lastSigned();
    expect(signed?.attempt).toBe(1);
    expect(signed?.amzDate).toBe(arrival.headers['x-amz-date']);
    expect(signed?.credentialScope).toBe(arrival.verdict?.scope);
    expect(signed?.payloadHash).toBe(arrival.bodySha256);
    expect(signed?.signedHeaders).toEqual(arrival.verdict?.signedHeaders);
    expect(signed?.canonicalRequest.split('\n')[2]).toBe('a=1&b=2');
    const shown = JSON.stringify(signed);
    const secrets = [API_KEY, MEMBER.sessionToken ?? '', MEMBER.secretAccessKey];
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
  });
});
