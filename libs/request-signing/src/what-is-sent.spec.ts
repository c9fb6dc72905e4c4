import { HttpContext, HttpHeaders, HttpParams } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';

import { ON_REQUEST_SIGNED } from './signed-request';
import { API_KEY, connectToWire, MEMBER, OTHER_ORIGIN, type Arrival } from './testing/wire';

const BINARY = Uint8Array.from({ length: 1024 }, (_, index) => (index * 7) % 256);
const MEGABYTE = 'ä🙂'.repeat(174_763);

const PARAMS: Record<string, HttpParams> = {
  'a plus': new HttpParams().set('q', 'a+b'),
  'spaces and quotes': new HttpParams().set('q', ` "it's" <here> `),
  'what RFC 3986 reserves': new HttpParams().set('q', "!*'();:@&=+$,/?#[]"),
  'characters Angular leaves': new HttpParams().set('a:@$,;?/', 'a:@$,;=?/'),
  'pipes, braces and backslashes': new HttpParams().set('q', '|{}\\^`~'),
  'unicode beyond the basic plane': new HttpParams().set('ключ', 'žluťoučký 🙂 日本'),
  'a name twice, unsorted': new HttpParams().append('k', 'b').append('a', '1').append('k', 'a'),
  'names whose encodings sort otherwise': new HttpParams().set('z', '').set('Ž', '').set('z!', ''),
  'an empty value': new HttpParams().set('empty', '').set('b', '1'),
  'percent signs': new HttpParams().set('q', '100%25 %2F %zz'),
  'a name like a property of every object': new HttpParams().set('constructor', 'x'),
};

const PATHS = [
  '',
  '/',
  '/secure',
  '/secure/',
  '/a b/ü/日本',
  "/!*'()/:@&=+$,;",
  '/a%2Fb/%20/%7E~',
  '/pipe|[x]^`{y}',
  '//double//slash',
  '/./dot/../gone',
  '/quer?y=',
  '/query?a',
  '/query?a=1&&b=2&',
  '/query?plus=a+b&eq=a=b',
  '/query?raw=\'|"<>',
  '/query?é=ü#fragment',
];

const BODIES: Record<string, unknown> = {
  'an object': { text: 'žluť 🙂', nested: [1, null, { a: '"' }] },
  'an array': [],
  'a number': 7,
  false: false,
  'an empty string': '',
  'text with a lone surrogate': 'a\ud800b',
  'a megabyte of text': MEGABYTE,
  'bytes in an ArrayBuffer': BINARY.buffer,
  'an empty ArrayBuffer': new ArrayBuffer(0),
  'a typed array': BINARY.subarray(0, 4),
  'a Blob with a type': new Blob([BINARY], { type: 'image/png' }),
  'a Blob without a type': new Blob([BINARY]),
  HttpParams: new HttpParams().set('a+b', 'c d&e'),
  URLSearchParams: new URLSearchParams({ 'a+b': 'c d&e' }),
};

describe('what is sent', () => {
  for (const hasSubtleCrypto of [true, false]) {
    const hash = hasSubtleCrypto ? 'WebCrypto' : 'JavaScript SHA-256';
    const connect = () => connectToWire({ platform: { hasSubtleCrypto } });

    for (const [name, params] of Object.entries(PARAMS)) {
      it(`carries a signature that fits parameters with ${name} (${hash})`, async () => {
        const { api, http } = connect();
        const arrival = await firstValueFrom(http.get<Arrival>(`${api}/search`, { params }));
        expectFit(arrival);
        const received = new URL(arrival.rawUrl, location.origin).searchParams;
        for (const key of params.keys())
          expect(received.getAll(key)).toEqual(params.getAll(key) ?? []);
      });
    }

    for (const path of PATHS) {
      it(`carries a signature that fits the address "${path}" (${hash})`, async () => {
        const { api, http } = connect();
        expectFit(await firstValueFrom(http.get<Arrival>(api + path)));
      });
    }

    for (const [name, body] of Object.entries(BODIES)) {
      it(`carries a signature that fits ${name} as the body (${hash})`, async () => {
        const { api, http } = connect();
        expectFit(await firstValueFrom(http.post<Arrival>(`${api}/items`, body)));
      });
    }
  }

  for (const [name, body] of Object.entries(BODIES)) {
    it(`has the bytes and the content type that Angular gives to ${name} unsigned`, async () => {
      const { api, http } = connectToWire();
      const signed = await firstValueFrom(http.post<Arrival>(`${api}/items`, body));
      const unsigned = await firstValueFrom(http.post<Arrival>(`/wire/plain`, body));
      expect(signed.bodySha256).toBe(unsigned.bodySha256);
      expect(signed.headers['content-type']).toBe(unsigned.headers['content-type']);
    });
  }

  it('has the query that Angular sends unsigned, in meaning', async () => {
    const { api, http } = connectToWire();
    const params = new HttpParams()
      .set("a:@$,;=?/!*'()", "é+ |[]'b")
      .append('k', '')
      .append('k', 'x');
    const signed = await firstValueFrom(http.get<Arrival>(`${api}/x?y=a+b`, { params }));
    const unsigned = await firstValueFrom(http.get<Arrival>(`/wire/plain?y=a+b`, { params }));
    const read = ({ rawUrl }: Arrival) => [...new URL(rawUrl, location.origin).searchParams];
    expect(read(signed)).toEqual(read(unsigned));
  });

  it('keeps a form with a file readable for the server', async () => {
    const { api, http } = connectToWire();
    const form = new FormData();
    form.set('name', 'žluť');
    form.set('file', new Blob([BINARY]), 'b i n"ary');
    const arrival = await firstValueFrom(http.post<Arrival>(`${api}/upload`, form));
    expectFit(arrival);
    expect(arrival.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(arrival.bodyLength).toBeGreaterThan(BINARY.length);
    expect(arrival.verdict?.signedHeaders).toContain('content-type');
  });

  it('sends the bytes that were signed, though they have changed since', async () => {
    const { api, http } = connectToWire();
    const bytes = new Uint8Array([1, 2, 3]);
    const context = new HttpContext().set(ON_REQUEST_SIGNED, () => bytes.fill(0));
    expectFit(await firstValueFrom(http.put<Arrival>(`${api}/items`, bytes.buffer, { context })));
    expect(bytes).toEqual(new Uint8Array(3));
  });

  it('is spelled in RFC 3986, so that no verifier reads it in another way', async () => {
    const { api, http } = connectToWire();
    const { pathname } = new URL(api);
    const { rawUrl } = await firstValueFrom(http.get<Arrival>(`${api}/a|b'c/?q=a+b&'|é;*&flag#x`));
    expect(rawUrl).toBe(`${pathname}/a%7Cb'c/?q=a%20b&%27%7C%C3%A9%3B%2A=&flag=`);
  });

  for (const hasSubtleCrypto of [true, false]) {
    it(`is ${hasSubtleCrypto ? '' : 'not '}hashed by crypto.subtle where the platform ${hasSubtleCrypto ? 'has' : 'lacks'} it`, async () => {
      const digest = spyOn(crypto.subtle, 'digest').and.callThrough();
      const sign = spyOn(crypto.subtle, 'sign').and.callThrough();
      const { api, http } = connectToWire({ platform: { hasSubtleCrypto } });
      expectFit(await firstValueFrom(http.post<Arrival>(api, 'text')));
      expect(digest.calls.any()).toBe(hasSubtleCrypto);
      expect(sign.calls.any()).toBe(hasSubtleCrypto);
    });
  }

  it('is nothing when the caller has left before it was signed', async () => {
    const { api, http, arrivals } = connectToWire();
    http.get(`${api}/left`).subscribe().unsubscribe();
    await firstValueFrom(http.get(`${api}/stayed`));
    expect((await arrivals()).map(({ rawUrl }) => rawUrl.split('/').at(-1))).toEqual(['stayed']);
  });

  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    it(`fits ${method} without a body`, async () => {
      const { api, http } = connectToWire();
      expectFit(await firstValueFrom(http.request<Arrival>(method, `${api}/items/1`)));
    });
  }

  it("signs the key, the session, the date and the application's own headers", async () => {
    const { api, http } = connectToWire();
    const headers = new HttpHeaders({ 'X-Trace': ['a', '  b  c '], 'Accept-Language': 'cs' });
    const arrival = await firstValueFrom(http.post<Arrival>(api, { a: 1 }, { headers }));
    expectFit(arrival);
    expect(arrival.headers['x-api-key']).toBe(API_KEY);
    expect(arrival.headers['x-amz-security-token']).toBe(MEMBER.sessionToken);
    expect(arrival.verdict?.signedHeaders).toEqual([
      'content-type',
      'host',
      'x-amz-date',
      'x-amz-security-token',
      'x-api-key',
      'x-trace',
    ]);
    expect(arrival.verdict?.scope).toMatch(/^\d{8}\/eu-west-1\/execute-api\/aws4_request$/);
  });

  it('leaves out the API key and the session where there is none', async () => {
    const { accessKeyId, secretAccessKey } = MEMBER;
    const credentials = () => Promise.resolve({ accessKeyId, secretAccessKey });
    const { api, http } = connectToWire({ apiKey: undefined, credentials });
    const arrival = await firstValueFrom(http.get<Arrival>(api));
    expectFit(arrival);
    expect(arrival.verdict?.signedHeaders).toEqual(['host', 'x-amz-date']);
  });

  it('does not believe signing headers that the application set', async () => {
    const { api, http } = connectToWire({ apiKey: undefined });
    const headers = {
      Authorization: 'Bearer x',
      'X-Amz-Date': '20000101T000000Z',
      'X-Amz-Security-Token': 'foreign',
      'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
    };
    const arrival = await firstValueFrom(http.post<Arrival>(api, 'text', { headers }));
    expectFit(arrival);
    expect(arrival.headers['x-amz-security-token']).toBe(MEMBER.sessionToken);
    expect(arrival.headers['x-amz-content-sha256']).toBeUndefined();
  });

  it('fits an API of another origin', async () => {
    const { api, http } = connectToWire({ origin: OTHER_ORIGIN });
    const arrival = await firstValueFrom(http.put<Arrival>(`${api}/items`, { a: 1 }));
    expectFit(arrival);
    expect(arrival.headers.host).toBe(new URL(OTHER_ORIGIN).host);
  });

  it('signs relative addresses', async () => {
    const { api, http } = connectToWire();
    const { pathname } = new URL(api);
    expectFit(await firstValueFrom(http.get<Arrival>(`${pathname}/secure`)));
  });
});

function expectFit(arrival: Arrival): void {
  expect(arrival.verdict?.matches)
    .withContext(arrival.verdict?.canonicalRequest ?? `unsigned: ${arrival.rawUrl}`)
    .toBeTrue();
}
