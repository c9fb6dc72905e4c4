import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import type { Shape, StructureShape } from '../../http/json-shape';
import { KNOWN_OPERATIONS } from './known-operations';
import { OPERATIONS } from './registry';

const MODEL = new URL(
  '../../../../../../shared/vectors/aws-models/cognito-idp.json',
  import.meta.url,
);
const skip = existsSync(MODEL) ? false : 'the API models of AWS are not beside this checkout';

interface ModelShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly sensitive?: boolean;
}

interface Model {
  readonly operations: Readonly<Record<string, { readonly input: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, ModelShape>>;
}

/** The model's shape in the words of our tables. */
function toShape(model: Model, name: string, isInSecretMap = false): unknown {
  const shape = model.shapes[name];
  assert(shape, name);
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members ?? {}).map(
        ([member, { shape: of }]) => [member, toShape(model, of)] as const,
      );
      return {
        kind: 'structure',
        required: shape.required ?? [],
        members: Object.fromEntries(members),
      };
    }
    case 'list':
      return { kind: 'list', member: toShape(model, shape.member?.shape ?? '') };
    case 'map':
      return { kind: 'map', value: toShape(model, shape.value?.shape ?? '', shape.sensitive) };
    case 'string': {
      const { min, max, pattern, enum: values } = shape;
      const sensitive = shape.sensitive === true || isInSecretMap ? { sensitive: true } : {};
      return dropUndefined({ kind: 'string', min, max, pattern, values, ...sensitive });
    }
    default:
      return { kind: shape.type };
  }
}

function dropUndefined(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function readModel(): Model {
  return JSON.parse(readFileSync(MODEL, 'utf8')) as Model;
}

test('checks every request of its operations as the API model says', { skip }, () => {
  const model = readModel();
  for (const [name, { input }] of Object.entries(OPERATIONS)) {
    const expected = toShape(model, model.operations[name]?.input.shape ?? name);
    assert.deepEqual(withoutKnownDifference(name, input), expected, name);
  }
});

/** The service wants six characters of a password; its model has not said so for years. */
function withoutKnownDifference(name: string, input: StructureShape): object {
  const password = input.members.Password;
  if (name !== 'SignUp' || password?.kind !== 'string') return input;
  assert.equal(password.min, 6);
  const asModelled = Object.entries(password).filter(([constraint]) => constraint !== 'min');
  const members = { ...input.members, Password: Object.fromEntries(asModelled) };
  return { ...input, members };
}

test('knows every operation of the API model, and plays none that is not in it', { skip }, () => {
  const real = Object.keys(readModel().operations).sort();
  assert.deepEqual([...KNOWN_OPERATIONS].sort(), real);
  for (const name of Object.keys(OPERATIONS)) assert(real.includes(name), name);
});

test('runs every pattern of its shapes as a whole-value Unicode expression', () => {
  const visit = (shape: Shape): void => {
    if (shape.kind === 'structure') Object.values(shape.members).forEach(visit);
    else if (shape.kind === 'list') visit(shape.member);
    else if (shape.kind === 'map') visit(shape.value);
    else if (shape.kind === 'string' && shape.pattern !== undefined) {
      assert.doesNotThrow(() => new RegExp(`^(?:${shape.pattern ?? ''})$`, 'u'));
    }
  };
  for (const { input } of Object.values(OPERATIONS)) visit(input);
});
