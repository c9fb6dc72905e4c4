import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { OPERATIONS } from './operations/registry';
import { aSeedUser, CLIENT_ID, setUpIdp } from './testing/idp-fixture';

/** Values that come near the truth, beside any JSON at all. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    CLIENT_ID,
    'user',
    'USER_SRP_AUTH',
    'REFRESH_TOKEN_AUTH',
    'PASSWORD_VERIFIER',
  ),
  fc.dictionary(
    fc.constantFrom(
      'USERNAME',
      'SRP_A',
      'REFRESH_TOKEN',
      'PASSWORD_CLAIM_SECRET_BLOCK',
      'TIMESTAMP',
    ),
    fc.oneof(fc.string(), fc.constantFrom('user', '2', 'AgV4'), fc.constant(null)),
  ),
);

test('answers any JSON with an answer, never with a fault', async () => {
  const fixture = setUpIdp({ users: [aSeedUser('user')] });
  const requests = Object.entries(OPERATIONS).map(([name, { input }]) =>
    fc.record({
      name: fc.constant(name),
      body: fc.record(
        Object.fromEntries(Object.keys(input.members).map((member) => [member, value])),
        { requiredKeys: [] },
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(...requests), async ({ name, body }) => {
      const { status } = await fixture.call(name, { ClientId: CLIENT_ID, ...body });
      assert([200, 400, 501].includes(status), `${name} answered ${status}`);
    }),
    { seed: 20_260_901, numRuns: 1000 },
  );
});
