import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answer, ask, restOf, roleWith, signed } from '../testing/rest';
import { bucketWith, object } from '../testing/site';

const ARN = 'arn:aws:s3:::site';
const MAY_READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${ARN}/*` };
const MAY_LIST = { Effect: 'Allow', Action: 's3:ListBucket', Resource: ARN };
const { policy, ...CLOSED } = bucketWith([object('a.txt', '0123456789')]);
assert.ok(policy);

test('says of everything else, by name, that it is not modelled', async () => {
  const rest = restOf([CLOSED], roleWith(MAY_READ, MAY_LIST));
  const rows: readonly (readonly [string, string, string])[] = [
    ['PUT', '/site/new.txt', 'PutObject'],
    ['DELETE', '/site/a.txt', 'DeleteObject'],
    ['POST', '/site', 'PostObject'],
    ['PUT', '/new', 'CreateBucket'],
    ['GET', '/', 'ListBuckets'],
    ['GET', '/site/', 'ListObjects of version 1'],
    ['GET', '/site/a.txt?acl', 'GET of the subresource acl'],
    ['GET', '/site/a.txt?versionId=1', 'GET of the subresource versionId'],
    ['PATCH', '/site/a.txt', 'the method PATCH'],
  ];
  for (const [method, target, words] of rows) {
    const response = await signed(rest, target, { method });
    assert.equal(response.status, 501, target);
    assert.ok(response.body.toString().includes(`<Message>${words} is not modelled`), target);
    assert.equal(response.decision, `501 NotImplemented: ${words}`);
  }
});

test('a preflight is refused as for a bucket without CORS rules', async () => {
  const preflight = ask(restOf([CLOSED]), '/site/a.txt', { method: 'OPTIONS' });
  assert.equal(await answer(preflight), '403 AccessForbidden');
});

test('refuses a path that names no key, and answers what the transport refused', async () => {
  const rest = restOf([CLOSED]);
  for (const target of ['/%', '/site/%ff', '*', 'http://localhost/site/a.txt']) {
    assert.equal(await answer(ask(rest, target)), '400 InvalidURI', target);
  }
  assert.equal(await answer(ask(rest, `/site/${'a'.repeat(1025)}`)), '400 KeyTooLongError');
  const refused = rest.refuse({ reason: 'internal-error', detail: 'secret' }, 'id');
  assert.match(refused.body.toString(), /<Code>InternalError<\/Code>/);
  assert.doesNotMatch(refused.body.toString(), /secret/);
});
