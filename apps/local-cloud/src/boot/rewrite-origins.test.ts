import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stateGraph, type Json, type JsonObject } from '@gatehouse/terraform-json';

import { rewriteOrigins } from './rewrite-origins';

const HERE = { website: 'http://localhost:5200', api: 'http://localhost:5203' };

test('puts this start’s addresses in place of those of another', () => {
  const rewrite = rewriterFrom('http://localhost:4203', 'localhost:4200');
  assert.equal(
    rewrite('{"apiUrl":"http://localhost:4203/dev","siteUrl":"http://localhost:4200"}'),
    '{"apiUrl":"http://localhost:5203/dev","siteUrl":"http://localhost:5200"}',
  );
  assert.equal(rewrite("'http://localhost:4200'"), "'http://localhost:5200'");
});

test('puts them in place of AWS’s own host names', () => {
  const rewrite = rewriterFrom(
    'https://abc123.execute-api.eu-west-1.amazonaws.com',
    'site.s3-website-eu-west-1.amazonaws.com',
  );
  assert.equal(
    rewrite('connect-src https://abc123.execute-api.eu-west-1.amazonaws.com;'),
    'connect-src http://localhost:5203;',
  );
  assert.equal(rewrite('http://site.s3-website-eu-west-1.amazonaws.com'), 'http://localhost:5200');
  assert.equal(rewrite('abc123.execute-api.eu-west-1.amazonaws.com'), 'localhost:5203');
});

test('leaves what only looks like them', () => {
  const rewrite = rewriterFrom('http://localhost:4203', 'site.example.com');
  for (const text of [
    'http://localhost:42031',
    'http://localhost:420',
    'http://other-site.example.com',
    'http://site.example.com.evil.test',
    'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev',
  ]) {
    assert.equal(rewrite(text), text);
  }
  assert.equal(rewrite('See http://site.example.com.'), 'See http://localhost:5200.');
});

test('lets two addresses change places', () => {
  const rewrite = rewriterFrom('http://localhost:5200', 'localhost:5203');
  assert.equal(
    rewrite('http://localhost:5200 http://localhost:5203'),
    'http://localhost:5203 http://localhost:5200',
  );
});

test('rewrites every literal of the graph, however deep, and its outputs', () => {
  const { graph } = rewriteOrigins(
    graphOf('http://localhost:4203', 'localhost:4200', {
      environment: [{ variables: { ALLOWED_ORIGINS: 'http://localhost:4200' } }],
      timeout: 10,
    }),
    HERE,
  );
  const text = JSON.stringify([...graph.resources.values(), graph.outputs]);
  assert.doesNotMatch(text, /localhost:42/);
  assert.match(text, /"http:\/\/localhost:5203\/dev"/);
});

test('changes nothing of a configuration, whose addresses are told by this start anyway', () => {
  const graph = {
    ...graphOf('http://localhost:4203', 'localhost:4200', {}),
    kind: 'configuration',
  };
  const same = graph as Parameters<typeof rewriteOrigins>[0];
  assert.equal(rewriteOrigins(same, HERE).graph, same);
});

function rewriterFrom(api: string, endpoint: string): (text: string) => string {
  return rewriteOrigins(graphOf(api, endpoint, {}), HERE).rewrite;
}

function graphOf(api: string, endpoint: string, values: JsonObject) {
  const resource = (type: string, of: Readonly<Record<string, Json>>) =>
    ({ address: `${type}.one`, mode: 'managed', type, name: 'one', values: of }) as const;
  return stateGraph({
    fileName: 'state.json',
    outputs: { apiUrl: `${api}/dev` },
    resources: [
      resource('aws_api_gateway_stage', { stage_name: 'dev', invoke_url: `${api}/dev` }),
      resource('aws_s3_bucket_website_configuration', { website_endpoint: endpoint }),
      resource('aws_lambda_function', values),
    ],
  });
}
