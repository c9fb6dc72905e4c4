import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  stateGraph,
  type Json,
  type JsonObject,
  type ResourceGraph,
} from '@gatehouse/terraform-json';

import { countFurther, placeStack } from './place-stack';
import { rewriteOrigins } from './rewrite-origins';

const HERE = { website: 'http://localhost:5200', api: 'http://localhost:5203' };
const FURTHER = ['http://localhost:5206', 'http://localhost:5207'];

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
  const { graph } = rewritten(
    graphOf('http://localhost:4203', 'localhost:4200', {
      environment: [{ variables: { ALLOWED_ORIGINS: 'http://localhost:4200' } }],
      timeout: 10,
    }),
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
  assert.equal(rewritten(same).graph, same);
});

/** Two APIs and two websites. */
function graphOfTwo(apis: readonly [string, string], endpoints: readonly [string, string]) {
  const api = (name: string, url: string, stage: string) => [
    settled('aws_api_gateway_rest_api', name, { id: name }),
    settled('aws_api_gateway_stage', name, {
      rest_api_id: name,
      stage_name: stage,
      invoke_url: `${url}/${stage}`,
    }),
  ];
  const site = (name: string, endpoint: string) =>
    settled('aws_s3_bucket_website_configuration', name, { website_endpoint: endpoint });
  return stateGraph({
    fileName: 'state.json',
    resources: [
      ...api('orders', apis[0], 'live'),
      ...api('stock', apis[1], 'beta'),
      site('shop', endpoints[0]),
      site('docs', endpoints[1]),
    ],
  });
}

test('gives each API and each website its own address of this start', () => {
  const { rewrite, ambiguous } = rewritten(
    graphOfTwo(
      [
        'https://aaa.execute-api.eu-west-1.amazonaws.com',
        'https://bbb.execute-api.eu-west-1.amazonaws.com',
      ],
      ['shop.s3-website-eu-west-1.amazonaws.com', 'docs.s3-website-eu-west-1.amazonaws.com'],
    ),
  );
  assert.equal(
    rewrite('https://bbb.execute-api.eu-west-1.amazonaws.com/beta'),
    'http://localhost:5206/beta',
  );
  assert.equal(rewrite('aaa.execute-api.eu-west-1.amazonaws.com'), 'localhost:5203');
  assert.equal(
    rewrite('http://docs.s3-website-eu-west-1.amazonaws.com/a'),
    'http://localhost:5207/a',
  );
  assert.deepEqual(ambiguous, []);
});

test('tells two APIs of one old origin by their stages, and says where it cannot', () => {
  const { graph, rewrite, ambiguous } = rewritten(
    graphOfTwo(['http://localhost:4203', 'http://localhost:4203'], ['localhost:4200', 'b.test']),
  );
  assert.equal(rewrite('http://localhost:4203/live'), 'http://localhost:5203/live');
  assert.equal(rewrite('http://localhost:4203/beta/x'), 'http://localhost:5206/beta/x');
  assert.equal(rewrite('http://localhost:4203'), 'http://localhost:5203');
  assert.deepEqual(ambiguous, [
    'aws_api_gateway_stage.stock was applied at http://localhost:4203, as aws_api_gateway_stage.orders was: a text that holds this address is taken to mean the latter',
  ]);
  const stage = graph.resources.get('aws_api_gateway_stage.stock');
  assert.deepEqual(stage?.config.entries.invoke_url, {
    kind: 'literal',
    value: 'http://localhost:5206/beta',
  });
});

function rewriterFrom(api: string, endpoint: string): (text: string) => string {
  return rewritten(graphOf(api, endpoint, {})).rewrite;
}

function rewritten(graph: ResourceGraph) {
  assert.ok(countFurther(graph) <= FURTHER.length);
  return rewriteOrigins(graph, placeStack(graph, HERE, FURTHER));
}

function graphOf(api: string, endpoint: string, values: JsonObject) {
  const resource = (type: string, of: JsonObject) => settled(type, 'one', of);
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

function settled(type: string, name: string, values: Readonly<Record<string, Json>>) {
  return { address: `${type}.${name}`, mode: 'managed', type, name, values } as const;
}
