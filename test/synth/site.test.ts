import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';

import { InfraError } from '../../infra/infra-error';
import { asList, asRecord } from '../../infra/guardrails/stack-json';
import { cacheControl } from '../../infra/site/cache-control';
import { CLIENT_FILES, writeBuilds } from './fixture-builds';
import { ROOT } from './run-infra';
import { devStack, prodStack, statementsOf, Synthesized, type Body } from './synthesized';

const object = (key: string): Body => devStack().one('aws_s3_object', 'key', key);

test('the bucket has the account in its name, as bucket names are one namespace for all of AWS', () => {
  assert.equal(
    devStack().one('aws_s3_bucket').bucket,
    'gatehouse-dev-site-${data.aws_caller_identity.current.account_id}',
  );
});

test('everyone may read, once the public access block has stepped aside', () => {
  const policy = devStack().one('aws_s3_bucket_policy');
  assert.deepEqual(policy.depends_on, ['aws_s3_bucket_public_access_block.Site_PublicAccess']);
  const [statement, ...more] = statementsOf(policy.policy);
  assert.equal(more.length, 0);
  assert.deepEqual(
    [statement?.Effect, statement?.Principal, statement?.Action, statement?.Resource],
    ['Allow', '*', 's3:GetObject', '${aws_s3_bucket.site.arn}/*'],
  );
  const block = devStack().one('aws_s3_bucket_public_access_block');
  assert.deepEqual(
    [block.block_public_acls, block.ignore_public_acls],
    [true, true],
    'ACLs stay blocked: a policy is all that opens the bucket',
  );
  assert.deepEqual([block.block_public_policy, block.restrict_public_buckets], [false, false]);
});

test('an unknown path shows the page', () => {
  const website = devStack().one('aws_s3_bucket_website_configuration');
  assert.deepEqual(website.index_document, { suffix: 'index.html' });
  assert.deepEqual(website.error_document, { key: 'index.html' });
});

test('uploads each file of the build, from inside the stack folder', () => {
  const stack = devStack();
  assert.equal(stack.all('aws_s3_object').size, Object.keys(CLIENT_FILES).length + 1);
  for (const [key, text] of Object.entries(CLIENT_FILES)) {
    const { source } = object(key);
    assert.match(String(source), /^assets\//);
    assert.equal(readFileSync(join(stack.folder, String(source)), 'utf8'), text);
  }
});

for (const [key, type, cache] of [
  ['index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['config.json', 'application/json; charset=utf-8', 'no-cache'],
  ['favicon.ico', 'image/vnd.microsoft.icon', 'no-cache'],
  ['my-document.pdf', 'application/pdf', 'no-cache'],
  ['main-5KQ5TIA4.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['chunk-BUCYoZOd.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['chunk-n1wdDxF-.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['styles-RSO5MYGO.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['media/letters-EFGH5672.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
] as const) {
  test(`serves ${key} as ${type}, kept as "${cache}"`, () => {
    assert.equal(object(key).content_type, type);
    assert.equal(object(key).cache_control, cache);
  });
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

const REAL_BUILD = join(ROOT, 'dist', 'client', 'browser');
const WANTS_BUILD = existsSync(REAL_BUILD) ? {} : { skip: 'dist/client/browser is not built' };

test(
  'keeps every file of the real build that has its hash in its name, and no other',
  WANTS_BUILD,
  () => {
    const asTheyAre = ['index.html', ...filesIn(join(ROOT, 'apps', 'client', 'public'))];
    const kept = filesIn(REAL_BUILD).filter((key) => cacheControl(key) !== 'no-cache');
    assert.deepEqual(
      kept,
      filesIn(REAL_BUILD).filter((key) => !asTheyAre.includes(key)),
    );
  },
);

for (const key of [
  'my-document.pdf',
  'styles-override.css',
  'main-contract.js',
  'media/my-document.pdf',
  'docs/chunk-BUCYoZOd.js',
  'chunk-BUCYoZOd.js.txt',
]) {
  test(`asks again for ${key}, which only looks as if it had a hash`, () => {
    assert.equal(cacheControl(key), 'no-cache');
  });
}

test('new content is noticed by its hash', () => {
  for (const [key, text] of Object.entries(CLIENT_FILES))
    assert.equal(object(key).source_hash, createHash('sha256').update(text).digest('hex'));
});

test('the page and its configuration come after all that the page names', () => {
  const others = [...devStack().all('aws_s3_object')]
    .filter(([, { key }]) => key !== 'index.html' && key !== 'config.json')
    .map(([address]) => address);
  assert.equal(others.length, Object.keys(CLIENT_FILES).length - 1);
  for (const key of ['index.html', 'config.json'])
    assert.deepEqual(asList(object(key).depends_on).map(String).sort(), others.sort());
});

test('a file that a new build no longer has goes after the page that named it', () => {
  for (const [, { key, lifecycle }] of devStack().all('aws_s3_object')) {
    if (key === 'index.html' || key === 'config.json') continue;
    assert.equal(asRecord(lifecycle).create_before_destroy, true, String(key));
  }
});

test('config.json holds exactly the six keys, from the stack itself', () => {
  const config: unknown = JSON.parse(String(object('config.json').content));
  assert.deepEqual(config, {
    region: 'us-west-2',
    userPoolId: '${aws_cognito_user_pool.users.id}',
    userPoolClientId: '${aws_cognito_user_pool_client.client.id}',
    identityPoolId: '${aws_cognito_identity_pool.identities.id}',
    apiUrl: '${aws_api_gateway_stage.Api_Stage.invoke_url}',
    apiKey: '${aws_api_gateway_api_key.client.value}',
  });
});

test('refuses a build that brings a config.json of its own', () => {
  const dist = writeBuilds({ client: { 'index.html': '', 'config.json': '{}' } });
  assert.throws(() => new Synthesized({ dist }), InfraError);
});

test('files whose names differ in punctuation only stay two objects', () => {
  const dist = writeBuilds({ client: { 'index.html': '', 'a-b.txt': '1', 'a.b.txt': '2' } });
  assert.equal(new Synthesized({ dist }).all('aws_s3_object').size, 4);
});

test('a bucket with files can be destroyed in dev, and cannot in prod', () => {
  assert.equal(devStack().one('aws_s3_bucket').force_destroy, true);
  assert.equal(prodStack().one('aws_s3_bucket').force_destroy, false);
});
