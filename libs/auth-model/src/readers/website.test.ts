import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformState, type JsonObject } from '@gatehouse/terraform-json';

import type { RoutingRule, Website } from '../model-site';
import { readAuthModel } from '../read-auth-model';
import { symbolicAttributes } from '../symbolic-attributes';
import { assertRefused } from '../testing/assert-refused';
import { modelOf, stackJson, withResource } from '../testing/stack.fixture';
import { appliedResources, stateJson } from '../testing/state.fixture';

const INDEX = { index_document: [{ suffix: 'index.html' }] };

function stackWith(website: JsonObject): JsonObject {
  const bucket = withResource(stackJson(), 'aws_s3_bucket.site', { bucket: 'site' });
  return withResource(bucket, 'aws_s3_bucket_website_configuration.site', {
    bucket: '${aws_s3_bucket.site.id}',
    ...website,
  });
}

/** Read from a configuration, and from the state that it would be applied to: the two agree. */
function read(website: JsonObject): Website | undefined {
  const stack = stackWith(website);
  const state = stateJson(appliedResources(stack));
  const applied = readAuthModel(parseTerraformState(state, 'state.json'), symbolicAttributes);
  const synthesized = modelOf(stack);
  assert.deepEqual(applied.buckets, synthesized.buckets);
  return synthesized.buckets[0]?.website;
}

function rulesOf(website: JsonObject): readonly RoutingRule[] {
  const whole = read({ ...INDEX, ...website });
  assert.ok(whole && 'routingRules' in whole);
  return whole.routingRules;
}

const BLOCKS = [
  {
    condition: [{ key_prefix_equals: 'docs/' }],
    redirect: [{ replace_key_prefix_with: 'documents/' }],
  },
  {
    condition: [{ key_prefix_equals: 'old/', http_error_code_returned_equals: '404' }],
    redirect: [
      {
        host_name: 'old.example',
        protocol: 'https',
        http_redirect_code: '302',
        replace_key_with: 'gone.html',
      },
    ],
  },
  { redirect: [{ host_name: 'all.example' }] },
];
const RULES: readonly RoutingRule[] = [
  {
    keyPrefixEquals: 'docs/',
    redirect: { httpRedirectCode: 301, replaceKeyPrefixWith: 'documents/' },
  },
  {
    keyPrefixEquals: 'old/',
    httpErrorCodeReturnedEquals: 404,
    redirect: {
      httpRedirectCode: 302,
      hostName: 'old.example',
      protocol: 'https',
      replaceKeyWith: 'gone.html',
    },
  },
  { redirect: { httpRedirectCode: 301, hostName: 'all.example' } },
];

test('reads routing rules written as blocks', () => {
  assert.deepEqual(rulesOf({ routing_rule: BLOCKS }), RULES);
});

test('reads routing rules written as JSON, which may hold an empty text', () => {
  const routing_rules = JSON.stringify([
    {
      Condition: { KeyPrefixEquals: 'v1/' },
      Redirect: { ReplaceKeyPrefixWith: '', HttpRedirectCode: '307' },
    },
  ]);
  assert.deepEqual(rulesOf({ routing_rules }), [
    { keyPrefixEquals: 'v1/', redirect: { httpRedirectCode: 307, replaceKeyPrefixWith: '' } },
  ]);
});

test('reads a website that redirects all requests', () => {
  const target = { host_name: 'www.example', protocol: 'https' };
  assert.deepEqual(read({ redirect_all_requests_to: [target] }), {
    endpoint: 'site.s3-website-us-west-2.amazonaws.com',
    redirectAllRequestsTo: { hostName: 'www.example', protocol: 'https' },
  });
});

const REFUSED: readonly (readonly [string, JsonObject, readonly string[]])[] = [
  ['no index document', {}, ['index_document is missing', 'redirect_all_requests_to']],
  ['an index document in a folder', { index_document: [{ suffix: 'a/b' }] }, ['"a/b"']],
  ['rules of both kinds', { ...INDEX, routing_rule: BLOCKS, routing_rules: '[]' }, ['Keep one']],
  ['rules that are no list', { ...INDEX, routing_rules: '{}' }, ['a list of rules']],
  [
    'a name that S3 has not',
    { ...INDEX, routing_rules: '[{"Redirect":{"Hostname":"x"}}]' },
    ['routing_rules[0].Redirect.Hostname is not one of'],
  ],
  [
    'a rule that leads nowhere',
    { ...INDEX, routing_rule: [{ redirect: [{}] }] },
    ['must say where to'],
  ],
  [
    'a key replaced twice',
    {
      ...INDEX,
      routing_rule: [{ redirect: [{ replace_key_with: 'a', replace_key_prefix_with: 'b' }] }],
    },
    ['its prefix too'],
  ],
  [
    'a redirect code that is none',
    { ...INDEX, routing_rule: [{ redirect: [{ host_name: 'x', http_redirect_code: '200' }] }] },
    ['a redirect code'],
  ],
  [
    'an error code that is none',
    {
      ...INDEX,
      routing_rule: [
        {
          condition: [{ http_error_code_returned_equals: '302' }],
          redirect: [{ host_name: 'x' }],
        },
      ],
    },
    ['an error code'],
  ],
  [
    'a redirect of everything beside pages',
    { ...INDEX, redirect_all_requests_to: [{ host_name: 'x' }] },
    ['index_document', 'nothing else'],
  ],
];

for (const [what, website, words] of REFUSED) {
  test(`refuses ${what}`, () => {
    const code = words.includes('nothing else')
      ? 'ERR_MODEL_UNSUPPORTED'
      : 'ERR_MODEL_INVALID_VALUE';
    assertRefused(() => modelOf(stackWith(website)), code, ...words);
  });
}

test('reads all that is stored beside the bytes of an object', () => {
  const stored = {
    bucket: 'site',
    key: 'a.gz',
    content_base64: 'AAEC',
    content_type: 'text/plain',
    cache_control: 'no-cache',
    content_disposition: 'attachment',
    content_encoding: 'gzip',
    content_language: 'de',
    metadata: { owner: 'Ada' },
    website_redirect: '/b.gz',
  };
  const stack = withResource(stackWith(INDEX), 'aws_s3_object.a', stored);
  assert.deepEqual(modelOf(stack).buckets[0]?.objects, [
    {
      address: 'aws_s3_object.a',
      key: 'a.gz',
      contentBase64: 'AAEC',
      contentType: 'text/plain',
      cacheControl: 'no-cache',
      contentDisposition: 'attachment',
      contentEncoding: 'gzip',
      contentLanguage: 'de',
      metadata: { owner: 'Ada' },
      websiteRedirect: '/b.gz',
    },
  ]);
  const changed = (body: JsonObject) => () => modelOf(withResource(stack, 'aws_s3_object.a', body));
  const invalid = 'ERR_MODEL_INVALID_VALUE';
  assertRefused(changed({ website_redirect: 'b.gz' }), invalid, 'website_redirect', '"b.gz"');
  assertRefused(changed({ metadata: { Owner: 'Ada' } }), invalid, 'metadata.Owner', 'lower case');
  assertRefused(changed({ content: 'two' }), invalid, 'content_base64', 'never two');
});
