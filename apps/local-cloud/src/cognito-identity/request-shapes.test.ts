import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import type { Shape, StringShape, StructureShape } from '../http/json-shape';
import {
  GET_CREDENTIALS_FOR_IDENTITY,
  GET_ID,
  GET_OPEN_ID_TOKEN,
  UNLINK_IDENTITY,
} from './request-shapes';

/** AWS's published model of the API, beside the repository where it is at hand. */
const MODEL = '../shared/vectors/aws-models/cognito-identity.json';
const skip = existsSync(MODEL) ? false : `${MODEL} is not here`;

interface ModelShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly value?: { readonly shape: string };
  readonly member?: { readonly shape: string };
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly sensitive?: true;
}

type Model = Readonly<Record<string, ModelShape>>;

function shapeOf(model: Model, name = ''): ModelShape {
  const shape = model[name];
  assert.ok(shape, name);
  return shape;
}

function asWritten({ min, max, pattern, sensitive }: ModelShape): StringShape {
  return {
    kind: 'string',
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
    ...(sensitive && { sensitive }),
  };
}

function memberFrom(model: Model, shape: string): Shape {
  const described = shapeOf(model, shape);
  const { type, value, member } = described;
  if (type === 'map') return { kind: 'map', value: asWritten(shapeOf(model, value?.shape)) };
  if (type === 'list') return { kind: 'list', member: asWritten(shapeOf(model, member?.shape)) };
  return asWritten(described);
}

function fromModel(model: Model, name: string): StructureShape {
  const { required = [], members = {} } = shapeOf(model, name);
  const written = Object.entries(members).map(
    ([member, { shape }]) => [member, memberFrom(model, shape)] as const,
  );
  return { kind: 'structure', required, members: Object.fromEntries(written) };
}

test('request shapes are those of the published API model', { skip }, () => {
  const { shapes } = JSON.parse(readFileSync(MODEL, 'utf8')) as { shapes: Model };
  assert.deepEqual(GET_ID, fromModel(shapes, 'GetIdInput'));
  assert.deepEqual(
    GET_CREDENTIALS_FOR_IDENTITY,
    fromModel(shapes, 'GetCredentialsForIdentityInput'),
  );
  assert.deepEqual(GET_OPEN_ID_TOKEN, fromModel(shapes, 'GetOpenIdTokenInput'));
  assert.deepEqual(UNLINK_IDENTITY, fromModel(shapes, 'UnlinkIdentityInput'));
});
