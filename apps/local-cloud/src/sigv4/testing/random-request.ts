import fc from 'fast-check';

export const NOW = Date.parse('2026-11-22T10:00:00Z');

/** A request before anyone signs it. */
export interface PlainRequest {
  readonly method: string;
  /** As it goes over the wire. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, values: readonly string[]])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
  readonly atMs: number;
}

/** One of these ASCII characters. */
function oneOf(characters: string): fc.Arbitrary<string> {
  return fc.constantFrom(...characters.split(''));
}

export const keyText = fc.string({
  unit: oneOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  minLength: 16,
  maxLength: 16,
});
export const secretText = fc.string({
  unit: oneOf('abcXYZ0123456789+/'),
  minLength: 40,
  maxLength: 40,
});
const segment = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.string({ unit: oneOf('abcXYZ019-._~'), minLength: 1, maxLength: 8 }),
  },
  {
    weight: 3,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map(encodeURIComponent),
  },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: oneOf(`a:@!$&'()*+,;=`),
      minLength: 1,
      maxLength: 6,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '.', '..', '%2F', '%2e%2e', '%7e') },
);
const queryText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: oneOf("ab+ %&=*'()!~-._/:,;"), maxLength: 8 }),
);
const queryName = queryText.filter((name) => name !== '' && name !== '__proto__');
const headerName = fc
  .string({ unit: oneOf('abcdefgh-'), minLength: 1, maxLength: 8 })
  .map((name) => `x-t${name}`);
const headerValue = fc.string({ unit: oneOf('abc XYZ\t019"\',;:/'), maxLength: 16 });

export const plainRequest: fc.Arbitrary<PlainRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
  path: fc.array(segment, { maxLength: 5 }).map((segments) => `/dev/${segments.join('/')}`),
  query: fc.uniqueArray(fc.tuple(queryName, fc.array(queryText, { minLength: 1, maxLength: 3 })), {
    maxLength: 4,
    selector: ([name]) => name,
  }),
  headers: fc.dictionary(headerName, headerValue, { maxKeys: 4 }),
  body: fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 64 })),
  credentials: fc.record({
    accessKeyId: keyText,
    secretAccessKey: secretText,
    sessionToken: secretText,
  }),
  atMs: fc.integer({ min: -299, max: 299 }).map((seconds) => NOW + seconds * 1000),
});
