import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import type { Bucket } from '@gatehouse/auth-model';

import { answer, ask, restOf, roleWith, SESSION, signed } from '../testing/rest';
import { bucketWith, folderWith, object, of, policy, PUBLIC_READ } from '../testing/site';

const OBJECTS = [
  object('a.txt', '0123456789', { contentType: 'text/plain', metadata: { owner: 'Ada' } }),
  object('mine/b.txt', 'B', { websiteRedirect: '/elsewhere' }),
];
const ARN = 'arn:aws:s3:::site';
const MAY_READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${ARN}/*` };
const MAY_LIST = { Effect: 'Allow', Action: 's3:ListBucket', Resource: ARN };
const { policy: opening, website, ...CLOSED } = bucketWith(OBJECTS);
assert.ok(opening && website);

test('gives an object to whom the role allows it, with all that was stored', async () => {
  const rest = restOf([CLOSED], roleWith(MAY_READ));
  const response = await signed(rest, '/site/a.txt');
  assert.equal(response.status, 200);
  assert.equal(response.body.toString(), '0123456789');
  assert.equal(of(response, 'Content-Type'), 'text/plain');
  assert.equal(of(response, 'Accept-Ranges'), 'bytes');
  assert.equal(of(response, 'x-amz-meta-owner'), 'Ada');
  assert.match(of(response, 'ETag') ?? '', /^"[0-9a-f]{32}"$/);
  assert.equal(
    response.decision,
    '200 a.txt: role gatehouse-dev-reader statement #0 of reader/read allows',
  );
});

test('answers 503 where a file of the stack is gone since the start', async (t) => {
  const stackFolder = folderWith(t, { 'assets/a.txt': 'A' });
  const file = { address: 'aws_s3_object.a', key: 'a.txt', source: 'assets/a.txt' };
  const rest = restOf([{ ...CLOSED, objects: [file] }], roleWith(MAY_READ), SESSION, stackFolder);
  rmSync(join(stackFolder, 'assets'), { recursive: true });
  assert.equal(await answer(signed(rest, '/site/a.txt')), '503 ServiceUnavailable');
});

test('gives an object to whom the bucket allows it: the public, or the role', async () => {
  const open = policy(PUBLIC_READ);
  const rest = restOf([bucketWith(OBJECTS, { policy: open })]);
  assert.equal(await answer(ask(rest, '/site/a.txt')), '200');
  const toRole = policy({ ...PUBLIC_READ, Principal: { AWS: roleWith().arn } });
  const forRole = restOf([{ ...CLOSED, policy: toRole }]);
  assert.equal(await answer(signed(forRole, '/site/a.txt')), '200');
  assert.equal(await answer(ask(forRole, '/site/a.txt')), '403 AccessDenied');
});

test('what a bucket allows to the account, the role must allow too', async () => {
  const toAccount = policy({ ...PUBLIC_READ, Principal: { AWS: '123456789012' } });
  const bucket = { ...CLOSED, policy: toAccount };
  assert.equal(await answer(signed(restOf([bucket]), '/site/a.txt')), '403 AccessDenied');
  assert.equal(await answer(signed(restOf([bucket], roleWith(MAY_READ)), '/site/a.txt')), '200');
});

test('a refusal tells a caller by which kind of policy, and the public nothing', async () => {
  const message = async (bucket: Bucket, ...statements: object[]): Promise<string> => {
    const response = await signed(restOf([bucket], roleWith(...statements)), '/site/a.txt');
    assert.equal(response.status, 403);
    return /<Message>(.*)<\/Message>/.exec(response.body.toString())?.[1] ?? '';
  };
  const user =
    'User: arn:aws:sts::123456789012:assumed-role/gatehouse-dev-reader/CognitoIdentityCredentials is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::site/a.txt&quot;';
  assert.equal(
    await message(CLOSED),
    `${user} because no identity-based policy allows the s3:GetObject action`,
  );
  const deny = { ...MAY_READ, Effect: 'Deny' };
  assert.equal(
    await message(CLOSED, MAY_READ, deny),
    `${user} with an explicit deny in an identity-based policy`,
  );
  const shut = { ...CLOSED, policy: policy({ ...PUBLIC_READ, Effect: 'Deny' }) };
  assert.equal(
    await message(shut, MAY_READ),
    `${user} with an explicit deny in a resource-based policy`,
  );
  const anonymous = await ask(restOf([CLOSED]), '/site/a.txt');
  assert.match(anonymous.body.toString(), /<Message>Access Denied<\/Message>/);
});

test('a boundary and the policies of the session limit what the role may read', async () => {
  const role = roleWith(MAY_READ);
  const narrow = { ...MAY_READ, Resource: `${ARN}/mine/*` };
  const [only] = roleWith(narrow).policies;
  assert.ok(only?.document.kind === 'known');
  const bounded = restOf([CLOSED], { ...role, permissionsBoundary: only });
  const session = {
    ...SESSION,
    sessionPolicies: [{ name: 'session', document: only.document.value }],
  };
  for (const rest of [bounded, restOf([CLOSED], role, session)]) {
    assert.equal(await answer(signed(rest, '/site/mine/b.txt')), '200');
    assert.equal(await answer(signed(rest, '/site/a.txt')), '403 AccessDenied');
  }
});

test('policy variables of the session open a folder of one’s own', async () => {
  const own = '$' + '{cognito-identity.amazonaws.com:sub}';
  const rest = restOf(
    [
      {
        ...CLOSED,
        objects: [object(`${SESSION.identityId}/a`, 'mine'), object('other/a', 'theirs')],
      },
    ],
    roleWith({ ...MAY_READ, Resource: `${ARN}/${own}/*` }),
  );
  assert.equal(
    await answer(signed(rest, `/site/${SESSION.identityId.replace(':', '%3A')}/a`)),
    '200',
  );
  assert.equal(await answer(signed(rest, '/site/other/a')), '403 AccessDenied');
});

test('restrict_public_buckets shuts the public out and lets the account in; block_public_policy shuts out both', async () => {
  const open = bucketWith(OBJECTS, { policy: policy(PUBLIC_READ) });
  const block = { blockPublicPolicy: false, restrictPublicBuckets: true };
  const restricted = restOf([{ ...open, publicAccessBlock: block }]);
  assert.equal(await answer(ask(restricted, '/site/a.txt')), '403 AccessDenied');
  assert.equal(await answer(signed(restricted, '/site/a.txt')), '200');
  const refused = { blockPublicPolicy: true, restrictPublicBuckets: false };
  assert.equal(
    await answer(signed(restOf([{ ...open, publicAccessBlock: refused }]), '/site/a.txt')),
    '403 AccessDenied',
  );
});

test('a policy that wants TLS is content here, as it would be where clients have it', async () => {
  const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
  const tls = { ...PUBLIC_READ, Sid: 'TlsOnly', Effect: 'Deny', Action: 's3:*', Condition };
  const bucket = bucketWith(OBJECTS, { policy: policy(PUBLIC_READ, tls) });
  assert.equal(await answer(ask(restOf([bucket]), '/site/a.txt')), '200');
});

test('whoever may not list a bucket is not told that a key is missing', async () => {
  assert.equal(
    await answer(signed(restOf([CLOSED], roleWith(MAY_READ)), '/site/x')),
    '403 AccessDenied',
  );
  const rest = restOf([CLOSED], roleWith(MAY_READ, MAY_LIST));
  assert.equal(await answer(signed(rest, '/site/x')), '404 NoSuchKey');
  const response = await signed(rest, '/site/%3Cx%3E%0D');
  assert.match(
    response.body.toString(),
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Error><Code>NoSuchKey<\/Code><Message>The specified key does not exist\.<\/Message><Key>&lt;x&gt;&#xd;<\/Key><RequestId>[0-9A-F]{16}<\/RequestId><HostId>\S+<\/HostId><\/Error>$/,
  );
  assert.equal(of(response, 'Content-Type'), 'application/xml');
});

test('HEAD answers like GET without a body, errors too', async () => {
  const rest = restOf([CLOSED], roleWith(MAY_READ));
  const head = await signed(rest, '/site/a.txt', { method: 'HEAD' });
  assert.deepEqual([head.status, of(head, 'Content-Length'), head.body], [200, '10', '']);
  const missing = await signed(rest, '/site/x', { method: 'HEAD' });
  assert.deepEqual([missing.status, missing.body], [403, '']);
});

test('conditions and ranges hold here too', async () => {
  const rest = restOf([CLOSED], roleWith(MAY_READ));
  const asked = (headers: Record<string, string>) => signed(rest, '/site/a.txt', { headers });
  const part = await asked({ Range: 'bytes=2-4' });
  assert.deepEqual([part.status, part.body.toString()], [206, '234']);
  assert.equal(await answer(asked({ Range: 'bytes=10-' })), '416 InvalidRange');
  assert.equal(await answer(asked({ 'If-Match': '"x"' })), '412 PreconditionFailed');
  assert.equal(await answer(asked({ 'If-None-Match': '*' })), '304');
});

test('only the website follows a redirect of an object', async () => {
  const response = await signed(restOf([CLOSED], roleWith(MAY_READ)), '/site/mine/b.txt');
  assert.deepEqual([response.status, response.body.toString()], [200, 'B']);
  assert.equal(of(response, 'x-amz-website-redirect-location'), '/elsewhere');
});

test('a signed request may name headers of the answer, an unsigned one may not', async () => {
  const bucket = bucketWith(OBJECTS, { policy: policy(PUBLIC_READ) });
  const rest = restOf([bucket], roleWith(MAY_READ));
  const target = '/site/a.txt?response-content-disposition=attachment&response-content-type=a%2Fb';
  const response = await signed(rest, target);
  assert.equal(of(response, 'Content-Disposition'), 'attachment');
  assert.equal(of(response, 'Content-Type'), 'a/b');
  assert.equal(await answer(ask(rest, target)), '400 InvalidRequest');
});

test('HEAD of a bucket says whether it is there, and where', async () => {
  const rest = restOf([CLOSED], roleWith(MAY_LIST));
  const response = await signed(rest, '/site', { method: 'HEAD' });
  assert.deepEqual([response.status, of(response, 'x-amz-bucket-region')], [200, 'us-west-2']);
  assert.equal((await signed(rest, '/other/', { method: 'HEAD' })).status, 404);
  assert.equal((await ask(rest, '/site/', { method: 'HEAD' })).status, 403);
});

test('a bucket that the stack has not does not exist', async () => {
  const response = await ask(restOf([CLOSED]), '/other/a.txt');
  assert.match(
    response.body.toString(),
    /<Code>NoSuchBucket<\/Code><Message>The specified bucket does not exist<\/Message><BucketName>other<\/BucketName>/,
  );
});

test('serves any number of buckets, each by its own policy', async () => {
  const second = {
    ...CLOSED,
    name: 'two',
    arn: 'arn:aws:s3:::two',
    objects: [object('a.txt', 'of two')],
  };
  const rest = restOf([CLOSED, second], roleWith({ ...MAY_READ, Resource: 'arn:aws:s3:::two/*' }));
  assert.equal((await signed(rest, '/two/a.txt')).body.toString(), 'of two');
  assert.equal(await answer(signed(rest, '/site/a.txt')), '403 AccessDenied');
});
