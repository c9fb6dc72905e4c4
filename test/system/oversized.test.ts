/** Bodies over 10 MB: every client reads the refusal of the service it asked, however it sends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { signedInCloud } from './signed-in-cloud';

const it = signedInCloud();

const CLIENTS = 20;
const BYTES = 11 * 1024 * 1024;

async function refusals(url: string): Promise<readonly string[]> {
  const answers = Array.from({ length: CLIENTS }, async (_, index) => {
    const body = new Blob([Buffer.alloc(BYTES)]);
    // Half of them say how much comes, and half do not.
    const sending = index % 2 === 0 ? { body } : { body: body.stream(), duplex: 'half' as const };
    const answer = await fetch(url, { method: 'POST', ...sending });
    return `${answer.status} ${await answer.text()}`;
  });
  return [...new Set(await Promise.all(answers))];
}

test('every client that sends 11 MB to execute-api gets its 413', async () => {
  assert.deepEqual(await refusals(`${it.config.apiUrl}/secure`), [
    '413 HTTP content length exceeded 10485760 bytes.',
  ]);
});

test('every client that sends 11 MB to cognito-idp gets its error', async () => {
  assert.deepEqual(await refusals(it.config.userPoolEndpoint), [
    '413 {"__type":"RequestEntityTooLargeException","message":"The request entity is too large."}',
  ]);
});
