import { isSignedTarget, parseApiUrl } from './signed-target';

const API = 'https://api.example/dev';

describe('the API', () => {
  const inside = [
    '/dev',
    '/dev/',
    '/dev?q',
    '/dev#x',
    '/dev/secure',
    '/x/../dev/secure',
    '\\dev\\secure',
    'https://API.EXAMPLE:443/dev/a%2Fb',
    'https:/dev/secure',
    '/de\tv/secure',
    '/dev/..a/%2e%2ea',
  ];
  const outside = [
    '/',
    '/devil',
    '/DEV/secure',
    '/%64ev/secure',
    '/dev%2Fsecure',
    '/dev/..',
    '/dev/%2e%2E/prod',
    '/dev/..%2fprod',
    '/dev/a/%2e%2e%5cprod',
    '/dev;x/secure',
    '//evil.example/dev/secure',
    '\\\\evil.example/dev/secure',
    'http://api.example/dev/secure',
    'https://api.example:8443/dev/secure',
    'https://api.example./dev/secure',
    'https://api.example.evil.example/dev/secure',
    'https://api.example@evil.example/dev/secure',
    'https://user@api.example/dev/secure',
    'https://user:word@api.example/dev/secure',
    'https://evil.example/https://api.example/dev',
    'blob:https://api.example/dev/secure',
    'data:text/plain,https://api.example/dev',
  ];

  for (const [expected, urls] of [
    [true, inside],
    [false, outside],
  ] as const) {
    for (const url of urls) {
      it(`${expected ? 'has' : 'does not have'} ${JSON.stringify(url)}`, () => {
        expect(isSignedTarget(new URL(url, 'https://api.example/page'), parseApiUrl(API))).toBe(
          expected,
        );
      });
    }
  }

  it('may end in a slash or be a whole origin', () => {
    const has = (api: string, url: string) => isSignedTarget(new URL(url), parseApiUrl(api));
    expect(has(`${API}/`, `${API}/secure`)).toBeTrue();
    expect(has(`${API}/`, API)).toBeTrue();
    expect(has(`${API}/`, `${API}il`)).toBeFalse();
    expect(has('http://localhost:4203', 'http://localhost:4203/any')).toBeTrue();
    expect(has('http://localhost:4203', 'http://localhost:4200/any')).toBeFalse();
  });

  for (const url of [
    '',
    '/dev',
    'api.example/dev',
    'ftp://api.example/dev',
    'blob:https://api.example/dev',
    'https://user@api.example/dev',
    'https://api.example/dev?a',
    'https://api.example/dev#a',
    'https://api.example/dev/..%2fprod',
  ]) {
    it(`cannot be at "${url}"`, () => {
      expect(() => parseApiUrl(url)).toThrowMatching(
        (error) => (error as { code?: unknown }).code === 'ERR_SIGNING_CONFIGURATION',
      );
    });
  }
});
