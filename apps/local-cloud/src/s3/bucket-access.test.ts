import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Bucket } from '@gatehouse/auth-model';

import { bucketWith, get, object, policy, PUBLIC_READ, websiteOf } from './testing/site';

const OBJECTS = [object('index.html', 'home'), object('private/plan.txt', 'plan')];
const CLOSED = { blockPublicPolicy: true, restrictPublicBuckets: true };

async function decisionOn(more: Partial<Bucket>, path = '/', headers = {}): Promise<string> {
  return (await get(websiteOf([bucketWith(OBJECTS, more)]), path, { headers })).decision;
}

test('without a policy the public may read nothing', async () => {
  const { policy: removed, ...bucket } = bucketWith(OBJECTS);
  assert.ok(removed);
  const response = await get(websiteOf([bucket]), '/');
  assert.equal(response.status, 403);
  assert.equal(response.decision, '403 AccessDenied: bucket site has no policy');
});

test('a policy opens what it names and nothing else', async () => {
  const narrow = policy({ ...PUBLIC_READ, Resource: 'arn:aws:s3:::site/index.html' });
  assert.match(await decisionOn({ policy: narrow }), /^200 index\.html/);
  assert.match(
    await decisionOn({ policy: narrow }, '/private/plan.txt'),
    /^403 AccessDenied: the public has no statement for s3:GetObject on arn:aws:s3:::site\/private\/plan\.txt; nearest: "PublicRead"/,
  );
});

test('an explicit deny closes what an allow opens', async () => {
  const deny = {
    ...PUBLIC_READ,
    Sid: 'Shut',
    Effect: 'Deny',
    Resource: 'arn:aws:s3:::site/private/*',
  };
  const both = policy(PUBLIC_READ, deny);
  assert.match(await decisionOn({ policy: both }), /^200/);
  assert.match(
    await decisionOn({ policy: both }, '/private/plan.txt'),
    /^403 AccessDenied: the public statement Shut of policy of bucket site denies$/,
  );
});

test('a policy for an account or a service is not for the public', async () => {
  for (const Principal of [{ AWS: '123456789012' }, { Service: 'cloudfront.amazonaws.com' }]) {
    assert.match(await decisionOn({ policy: policy({ ...PUBLIC_READ, Principal }) }), /^403/);
  }
});

test('a condition is asked of the request', async () => {
  const Condition = { StringLike: { 'aws:Referer': 'http://localhost:4200/*' } };
  const more = { policy: policy({ ...PUBLIC_READ, Condition }) };
  assert.match(await decisionOn(more), /^403/);
  assert.match(await decisionOn(more, '/', { Referer: 'http://localhost:4200/x' }), /^200/);
});

test('the website has no TLS: a policy that wants it opens nothing', async () => {
  const Condition = { Bool: { 'aws:SecureTransport': 'true' } };
  assert.match(await decisionOn({ policy: policy({ ...PUBLIC_READ, Condition }) }), /^403/);
});

test('either setting of the public access block defeats a public policy, and so does having no block', async () => {
  const rows: readonly (readonly [Bucket['publicAccessBlock'], RegExp])[] = [
    [{ ...CLOSED, restrictPublicBuckets: false }, /block_public_policy of bucket site refuses/],
    [{ ...CLOSED, blockPublicPolicy: false }, /restrict_public_buckets of bucket site ignores/],
  ];
  for (const [publicAccessBlock, words] of rows) {
    const decision = await decisionOn(publicAccessBlock ? { publicAccessBlock } : {});
    assert.match(decision, /^403 AccessDenied: /);
    assert.match(decision, words);
  }
  const { publicAccessBlock, ...bucket } = bucketWith(OBJECTS);
  assert.ok(publicAccessBlock);
  const { decision } = await get(websiteOf([bucket]), '/');
  assert.match(
    decision,
    /^403 .* has no aws_s3_bucket_public_access_block, and new buckets refuse/,
  );
});

test('a policy that is not public passes the public access block', async () => {
  const Condition = { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } };
  const narrow = policy({ ...PUBLIC_READ, Condition });
  assert.match(await decisionOn({ policy: narrow, publicAccessBlock: CLOSED }), /^200/);
  const wide = policy({
    ...PUBLIC_READ,
    Condition: { IpAddress: { 'aws:SourceIp': ['127.0.0.0/8', '0.0.0.0/0'] } },
  });
  assert.match(await decisionOn({ policy: wide, publicAccessBlock: CLOSED }), /^403/);
  const like = { StringLike: { 'aws:SourceVpce': 'vpce-*' } };
  const loose = policy({ ...PUBLIC_READ, Condition: like });
  assert.match(
    await decisionOn({ policy: loose, publicAccessBlock: CLOSED }),
    /refuses its public/,
  );
});

test('a policy that is not known opens nothing', async () => {
  const unknown = { kind: 'unknown', because: 'known after apply' } as const;
  assert.match(
    await decisionOn({ policy: unknown }),
    /^403 AccessDenied: the public cannot be told: policy of bucket site is not known yet/,
  );
});

test('a refusal quotes the key in one printable line', async () => {
  const narrow = policy({ ...PUBLIC_READ, Resource: 'arn:aws:s3:::site/index.html' });
  assert.match(
    await decisionOn({ policy: narrow }, '/x%0A%1B%5B31m'),
    /s3:GetObject on arn:aws:s3:::site\/x%0A%1B%5B31m; nearest/,
  );
});
