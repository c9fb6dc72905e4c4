import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseTerraformJson } from '../parse-terraform-json';
import { known, resolve } from '../resolve';
import type { JsonObject, Value } from '../value';

const parse = (json: JsonObject) => parseTerraformJson(json, 'main.tf.json');

function configOf(json: JsonObject, address: string): Value | undefined {
  const config = parse(json).resources.get(address)?.config;
  return config && resolve(config, (reference) => known(`<${reference.address}>`));
}

test('makes as many as count says, each with its index', () => {
  const json = {
    resource: {
      aws_sns_topic: {
        t: { count: '${length(["a", "b"])}', name: 'n-${count.index}' },
        none: { count: 0, name: 'x' },
      },
    },
    output: {
      all: { value: '${aws_sns_topic.t[*].arn}' },
      last: { value: '${aws_sns_topic.t[1].arn}' },
    },
  };
  assert.deepEqual([...parse(json).resources.keys()], ['aws_sns_topic.t[0]', 'aws_sns_topic.t[1]']);
  assert.deepEqual(configOf(json, 'aws_sns_topic.t[1]'), known({ name: 'n-1' }));
});

test('makes one for each item, with its key and value, that others refer to', () => {
  const json = {
    locals: { paths: { secure: 'GET', 'a/b': 'POST' } },
    resource: {
      aws_x: {
        each: { for_each: '${local.paths}', verb: '${each.value}', key: '${each.key}' },
        of: {
          for_each: '${aws_x.each}',
          id: '${each.value.id}',
          same: '${aws_x.each[each.key].id}',
        },
        after: { depends_on: ['aws_x.each'], lifecycle: { replace_triggered_by: ['aws_x.each'] } },
      },
    },
  };
  const graph = parse(json);
  assert.deepEqual(configOf(json, 'aws_x.each["a/b"]'), known({ verb: 'POST', key: 'a/b' }));
  assert.deepEqual(
    configOf(json, 'aws_x.of["secure"]'),
    known({ id: '<aws_x.each["secure"]>', same: '<aws_x.each["secure"]>' }),
  );
  const both = ['aws_x.each["a/b"]', 'aws_x.each["secure"]'];
  assert.deepEqual(graph.resources.get('aws_x.after')?.dependsOn, both);
  assert.deepEqual(graph.resources.get('aws_x.after')?.lifecycle.replaceTriggeredBy, both);
});

test('writes dynamic blocks out, behind those that are written', () => {
  const json = {
    resource: {
      aws_x: {
        one: {
          rule: [{ name: 'first' }],
          dynamic: {
            rule: {
              for_each: ['b', 'a'],
              iterator: 'it',
              content: { name: '${it.value}', inner: { at: '${it.key}' } },
            },
          },
        },
      },
    },
  };
  assert.deepEqual(
    configOf(json, 'aws_x.one'),
    known({
      rule: [
        { name: 'first' },
        { name: 'b', inner: { at: 'b' } },
        { name: 'a', inner: { at: 'a' } },
      ],
    }),
  );
});

for (const [what, body, because] of [
  [
    'a count that apply tells',
    { count: '${length(aws_y.z.list)}' },
    /count is known only after apply.*--state/,
  ],
  ['a count that is no number', { count: 'many' }, /must be a whole number/],
  ['a count without end', { count: 1e9 }, /whole number up to 1000/],
  [
    'a for_each that apply tells',
    { for_each: '${aws_y.z.map}' },
    /for_each is known only after apply.*--state/,
  ],
  ['an instance that is not there', { v: '${aws_y.each["c"].id}' }, /no "c"/],
  ['a resource that counts itself', { count: '${length(aws_x.one)}' }, /circle/],
] as const) {
  test(`refuses ${what}`, () => {
    const json = {
      resource: { aws_x: { one: body }, aws_y: { z: {}, each: { for_each: ['a'] } } },
    };
    assert.throws(() => parse(json), because);
  });
}
