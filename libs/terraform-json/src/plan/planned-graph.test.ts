import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Expression } from '../expression';
import type { Json, JsonObject } from '../value';
import { parseTerraformPlan } from './parse-terraform-plan';

interface PlanOptions {
  readonly values: JsonObject;
  readonly unknown: Json;
  readonly expressions?: JsonObject;
  /** @default `aws_x.a` */
  readonly address?: string;
}

/** What will be set of the one resource whose values are not all known; beside it stands `aws_x.other`. */
function planned({ values, unknown, expressions, address = 'aws_x.a' }: PlanOptions) {
  const key = { mode: 'managed', type: 'aws_x', name: 'a' };
  const other = { ...key, name: 'other', address: 'aws_x.other', values: {} };
  const local = address.replace(/^module\.m\./, '').replace(/\[.*$/, '');
  const resources = expressions === undefined ? [] : [{ ...key, address: local, expressions }];
  const isInModule = address.startsWith('module.');
  const { after } = parseTerraformPlan(
    {
      format_version: '1.2',
      resource_changes: [
        { ...key, address, change: { actions: ['create'], after_unknown: unknown } },
      ],
      planned_values: { root_module: { resources: [{ ...key, address, values }, other] } },
      configuration: {
        root_module: isInModule
          ? { module_calls: { m: { module: { resources } } } }
          : { resources },
      },
    },
    'plan.json',
  );
  assert.equal(after.kind, 'plan');
  return after.resources.get(address)?.config.entries ?? {};
}

const written = (constant_value: Json): JsonObject => ({ constant_value });
const REFERENCE: Expression = {
  kind: 'reference',
  reference: { address: 'aws_x.other', attribute: 'arn' },
};

test('takes what is not known from the configuration, with its references', () => {
  const entries = planned({
    values: { name: 'a' },
    unknown: { role: true, policy: true },
    expressions: {
      name: written('a'),
      role: written('${aws_x.other.arn}'),
      policy: written('all of ${aws_x.other.arn}'),
    },
  });
  assert.deepEqual(entries.name, { kind: 'literal', value: 'a' });
  assert.deepEqual(entries.role, REFERENCE);
  assert.equal(entries.policy?.kind, 'template');
});

test('leaves out what nobody has set: only AWS will tell', () => {
  const entries = planned({ values: {}, unknown: { id: true, arn: true }, expressions: {} });
  assert.deepEqual(entries, {});
});

test('goes into blocks, maps and lists', () => {
  const entries = planned({
    values: { block: [{ on: true }], roles: {}, actions: [null] },
    unknown: { block: [{ id: true }], roles: { one: true }, actions: [true] },
    expressions: {
      block: [{ on: written(true), id: written('${aws_x.other.arn}') }],
      roles: written({ one: '${aws_x.other.arn}' }),
      actions: written(['${aws_x.other.arn}']),
    },
  });
  const [block] = entries.block?.kind === 'list' ? entries.block.items : [];
  assert.deepEqual(block?.kind === 'object' ? block.entries.id : undefined, REFERENCE);
  assert.deepEqual(entries.roles, { kind: 'object', entries: { one: REFERENCE } });
  assert.deepEqual(entries.actions, { kind: 'list', items: [REFERENCE] });
});

test('tells the blocks of a set by what is known of them, whatever their order', () => {
  const block = (name: string): JsonObject => ({
    name: written(name),
    to: written(name === 'b' ? '${aws_x.other.arn}' : 'x'),
  });
  const options = {
    values: { block: [{ name: 'a', to: 'x' }, { name: 'b' }] },
    unknown: { block: [{}, { to: true }] },
  };
  const { block: told } = planned({ ...options, expressions: { block: [block('b'), block('a')] } });
  const second = told?.kind === 'list' ? told.items[1] : undefined;
  assert.deepEqual(second?.kind === 'object' ? second.entries.to : undefined, REFERENCE);
});

test('does not guess between blocks that look alike', () => {
  const items = (...targets: readonly string[]): readonly (Expression | undefined)[] => {
    const { block } = planned({
      values: { block: [{}, {}] },
      unknown: { block: [{ to: true, id: true }, { to: true }] },
      expressions: { block: targets.map((to) => ({ to: written(to) })) },
    });
    assert.ok(block?.kind === 'list');
    return block.items.map((item) => (item.kind === 'object' ? item.entries.to : undefined));
  };
  const [arn, id] = ['${aws_x.other.arn}', '${aws_x.other.id}'];
  assert.deepEqual(items(arn, arn), [REFERENCE, REFERENCE]);
  for (const item of items(arn, id)) assert.equal(item?.kind, 'unknown');
});

const NOT_KNOWN: readonly (readonly [string, JsonObject, string?])[] = [
  [
    'an expression of which only the references are told',
    { role: { references: ['aws_x.other.arn'] } },
  ],
  ['a reference to what the plan does not have', { role: written('${aws_x.gone.arn}') }],
  ['a form that is not read', { role: written('${each.value.no_such(1, 2)}') }],
  ['a reference inside a module', { role: written('${aws_x.other.arn}') }, 'module.m.aws_x.a'],
];

for (const [what, expressions, address = 'aws_x.a'] of NOT_KNOWN) {
  test(`does not know ${what}`, () => {
    const { role } = planned({ values: {}, unknown: { role: true }, expressions, address });
    assert.equal(role?.kind, 'unknown');
    assert.match(role.because, /known after apply/);
  });
}
