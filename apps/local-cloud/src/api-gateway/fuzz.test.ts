import assert from 'node:assert/strict';
import { test } from 'node:test';

import aws4 from 'aws4';
import fc from 'fast-check';

import { buildGateway, MEMBER, NOW, type TestGateway } from './testing/build-gateway';
import { API_KEY_VALUE, REGION } from './testing/build-model';
import { HOST, type RequestOptions } from './testing/build-request';

// Mutated requests that a member signed with a signer that shares no code with the gateway. GATEHOUSE_LONG=1 sends 20,000.
const RUNS = process.env.GATEHOUSE_LONG === '1' ? 20_000 : 1_000;
const SEED = 20_261_124;

type Signed = Required<Pick<RequestOptions, 'method' | 'target' | 'headers'>> & { body: string };

const signable = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  target: fc.constantFrom(
    '/dev/secure',
    '/dev/secure?a=1&b=%20x',
    '/dev/items/7',
    '/dev/items/us-west-2%3Aabc?z=&a=b',
    '/dev/vip',
  ),
  body: fc.constantFrom('', '{"a":1}', 'text'),
});

/** Where a request is changed, and into what. */
const mutation = fc.record({
  part: fc.constantFrom('method', 'target', 'body', 'name', 'value', 'drop', 'double'),
  which: fc.nat(),
  at: fc.nat(),
  kind: fc.constantFrom('replace', 'insert', 'remove'),
  character: fc.oneof(
    fc.constantFrom(
      '/',
      '%',
      '?',
      '&',
      '=',
      ';',
      ',',
      '.',
      ' ',
      '+',
      '~',
      'A',
      'b',
      '0',
      '\t',
      '\0',
    ),
    // As Node reads the wire: a character for each byte.
    fc.nat({ max: 255 }).map((byte) => String.fromCharCode(byte)),
  ),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

test('accepts no mutated request that differs in a signed part, and answers every one', async () => {
  let accepted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      signable,
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (plain, mutations) => {
        const gateway = buildGateway();
        const signed = sign(plain);
        const mutated = mutations.reduce(mutate, signed);
        const response = await gateway.send({ ...mutated, atMs: NOW });
        assert.ok(response.status >= 200 && response.status < 600);
        if (isSameSignature(mutated, signed)) {
          accepted += 1;
          return;
        }
        refused += 1;
        const told = `${JSON.stringify(mutated)}: ${response.decision}`;
        assertRefused(gateway, response.status, told);
      },
    ),
    { seed: SEED, numRuns: RUNS, includeErrorInReport: true },
  );
  // Most mutations matter, some do not (an unsigned header, the order of parameters): both must have been met.
  assert.ok(refused > accepted && accepted > 0, `${refused} refused, ${accepted} the same`);
});

/** Of everything that may be said to a member about a route that only others may call, only refusals. */
test('lets no spelling of a path widen access, however it is signed', async () => {
  const slash = fc.constantFrom('/', '//', '/./', '/x/../', '%2F', '%2f', '/%2e/');
  const word = fc.constantFrom('vip', 'VIP', '%76ip', 'v%69p', 'vip%20', 'vip;x', 'vip%00', '.vip');
  const end = fc.constantFrom('', '/', '//', '/.', '%2F', '?', '?x', '/%2e%2e/vip', '/..');
  await fc.assert(
    fc.asyncProperty(slash, word, end, async (before, name, after) => {
      const gateway = buildGateway();
      const target = `/dev${before}${name}${after}`;
      const signed = sign({ method: 'GET', target, body: '' });
      const { status, decision } = await gateway.send({ ...signed, atMs: NOW });
      const reached = gateway.events.filter(({ resource }) => resource === '/vip');
      assert.equal(reached.length, 0, `${target}: ${decision}`);
      if (gateway.events.length === 0) assert.ok(status >= 400, `${target}: ${decision}`);
    }),
    { seed: SEED, numRuns: RUNS / 2 },
  );
});

function assertRefused(gateway: TestGateway, status: number, decision: string): void {
  // A mutated method or path may be one that asks for no signature (a preflight, an open route).
  const open = gateway.events.every(({ resource }) => resource === '/open/{proxy+}');
  assert.ok(open, decision);
  if (gateway.events.length === 0) {
    assert.ok(status >= 400 || decision.includes('OPTIONS') || status === 204, decision);
  }
}

function sign({ method, target, body }: Pick<Signed, 'method' | 'target' | 'body'>): Signed {
  const headers: Record<string, string> = {
    Host: HOST,
    'X-Amz-Date': '20261122T100000Z',
    'X-Api-Key': API_KEY_VALUE,
  };
  const made = aws4.sign(
    { service: 'execute-api', region: REGION, method, path: target, headers, body },
    MEMBER,
  );
  const all = Object.entries(made.headers ?? {}).map(([name, value]) => [name, String(value)]);
  const others = all.filter(([name]) => name !== 'Host');
  return { method, target, body, headers: Object.fromEntries(others) as Record<string, string> };
}

/** Would that signer have made the signature of the one for the other too? */
function isSameSignature(mutated: Signed, original: Signed): boolean {
  // Of two, the first is read; what separates its parts is nobody's concern.
  const [given = ''] = headerNamed(mutated, 'authorization');
  const claim = partsOf(given);
  if (claim === undefined || claim.join() !== partsOf(original.headers.Authorization ?? '')?.join())
    return false;
  const names = claim[1]?.split(';') ?? [];
  const headers: Record<string, string> = { Host: HOST };
  for (const name of names.filter((one) => one !== 'host')) {
    const values = headerNamed(mutated, name);
    if (values.length !== 1) return false;
    headers[name] = values[0] ?? '';
  }
  const { method, target, body } = mutated;
  try {
    const made = aws4.sign(
      { service: 'execute-api', region: REGION, method, path: target, headers, body },
      MEMBER,
    );
    return partsOf(String(made.headers?.Authorization))?.join() === claim.join();
  } catch {
    return false;
  }
}

/** Credential, signed headers and signature, if these and nothing else are said. */
function partsOf(authorization: string): readonly string[] | undefined {
  return /^AWS4-HMAC-SHA256\s+Credential=([^\s,]*)[\s,]+SignedHeaders=([^\s,]*)[\s,]+Signature=(\w*)[\s,]*$/
    .exec(authorization)
    ?.slice(1);
}

function headerNamed({ headers }: Signed, name: string): readonly string[] {
  return Object.entries(headers).flatMap(([key, value]) =>
    key.toLowerCase() === name ? [value] : [],
  );
}

function mutate(request: Signed, { part, which, at, kind, character }: Mutation): Signed {
  const change = (text: string): string => {
    const place = text.length === 0 ? 0 : at % text.length;
    const rest = text.slice(kind === 'insert' ? place : place + 1);
    return `${text.slice(0, place)}${kind === 'remove' ? '' : character}${rest}`;
  };
  const entries = Object.entries(request.headers);
  const index = which % Math.max(entries.length, 1);
  const headers = (change: (name: string, value: string) => readonly [string, string][]) => ({
    ...request,
    headers: Object.fromEntries(
      entries.flatMap(([name, value], own) =>
        own === index ? change(name, value) : [[name, value] as [string, string]],
      ),
    ),
  });
  switch (part) {
    case 'method':
      return { ...request, method: change(request.method) };
    case 'target':
      return { ...request, target: change(request.target) };
    case 'body':
      return { ...request, body: change(request.body) };
    case 'name':
      return headers((name, value) => [[change(name), value]]);
    case 'value':
      return headers((name, value) => [[name, change(value)]]);
    case 'drop':
      return headers(() => []);
    default:
      return headers((name, value) => [
        [name, value],
        [name.toUpperCase(), change(value)],
      ]);
  }
}
