import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { AppliedObject } from '@gatehouse/applied-store';

import { appliedGraph } from './applied-graph';

test('gives every object an address of its own, made of what people call it', () => {
  assert.deepEqual(addressesOf('aws_iam_role', { name: 'dev-admin' }, { name: 'dev-member' }), [
    'aws_iam_role.dev-admin',
    'aws_iam_role.dev-member',
  ]);
  assert.deepEqual(
    addressesOf('aws_iam_role_policy', { name: 'call' }, { name: 'call-2' }, { name: 'call' }),
    ['aws_iam_role_policy.call', 'aws_iam_role_policy.call-2', 'aws_iam_role_policy.call-3'],
  );
  assert.deepEqual(addressesOf('aws_s3_object', { key: 'a b/ü.html' }, { key: '404.html' }), [
    'aws_s3_object.a_b_html',
    'aws_s3_object._404_html',
  ]);
  assert.deepEqual(addressesOf('aws_api_gateway_method', {}), ['aws_api_gateway_method.id-0']);
});

test('names the content that was kept in place of the file it came from', () => {
  const config = (type: string, values: AppliedObject['values']) => {
    const graph = graphOf({ type, id: 'a', values, content: 'content/abc' });
    return [...graph.resources.values()][0]?.config.entries;
  };
  const kept = { kind: 'literal', value: 'content/abc' };
  assert.deepEqual(config('aws_lambda_function', { filename: 'f.zip' })?.filename, kept);
  assert.deepEqual(config('aws_s3_object', { source: 'index.html' })?.source, kept);
  assert.deepEqual(config('aws_sns_topic', { name: 'x' })?.source, undefined);
});

function addressesOf(type: string, ...values: readonly AppliedObject['values'][]): unknown {
  return [
    ...graphOf(
      ...values.map((one, at) => ({ type, id: `id-${at}`, values: one })),
    ).resources.keys(),
  ];
}

function graphOf(...objects: readonly AppliedObject[]) {
  return appliedGraph(objects, { fileName: 'dev as applied', stackName: 'dev' });
}
