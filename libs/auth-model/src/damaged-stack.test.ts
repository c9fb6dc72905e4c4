import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  isJsonObject,
  parseTerraformJson,
  TerraformJsonError,
  type Json,
  type JsonObject,
  type ResourceGraph,
} from '@gatehouse/terraform-json';
import fc from 'fast-check';

import { AuthModelError } from './auth-model-error';
import { accessMatrix } from './matrix/access-matrix';
import { readAuthModel } from './read-auth-model';
import { symbolicAttributes } from './symbolic-attributes';
import { modelOf, stackJson } from './testing/stack.fixture';

/** Every place in a stack, as the keys that lead there. */
function placesIn(json: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  const below = isContainer(json) ? Object.entries(json) : [];
  return [path, ...below.flatMap(([key, value]) => placesIn(value, [...path, key]))];
}

function replaceAt(json: Json, [key, ...rest]: readonly string[], damage: Json): Json {
  if (key === undefined || !isContainer(json)) return damage;
  if (Array.isArray(json)) {
    const items: readonly Json[] = json;
    return items.map((item, index) =>
      String(index) === key ? replaceAt(item, rest, damage) : item,
    );
  }
  const entries = Object.entries(json).map(
    ([name, value]) => [name, name === key ? replaceAt(value, rest, damage) : value] as const,
  );
  return Object.fromEntries(entries);
}

const isContainer = (json: Json): json is JsonObject | readonly Json[] =>
  typeof json === 'object' && json !== null;

const damages = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, '', '${', '%{x}', '{}', [], {}, [{}], {
    __proto__: null,
  }),
  fc.constantFrom(
    '${aws_iam_role.member.arn}',
    '${aws_iam_role.gone.arn}',
    '${aws_api_gateway_rest_api.api.policy}',
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

test('reads a damaged stack, or says in its own words what is wrong: it never crashes', () => {
  const stack = stackJson();
  const places = placesIn(stack);
  fc.assert(
    fc.property(fc.constantFrom(...places), damages, (place, damage) => {
      const damaged = replaceAt(stack, place, damage);
      try {
        accessMatrix(modelOf(isJsonObject(damaged) ? damaged : {}));
      } catch (error) {
        const ours = error instanceof AuthModelError || error instanceof TerraformJsonError;
        assert.ok(ours, `${place.join('.')} = ${JSON.stringify(damage)}: ${String(error)}`);
        assert.doesNotMatch(error.message, /undefined|\[object/);
      }
    }),
    { seed: 20_260_101, numRuns: 2000 },
  );
});

test('reads every damaged stack that is one at all for a review, and names what it left out', () => {
  const stack = stackJson();
  const places = placesIn(stack);
  fc.assert(
    fc.property(fc.constantFrom(...places), damages, (place, damage) => {
      const damaged = replaceAt(stack, place, damage);
      const graph = graphOf(isJsonObject(damaged) ? damaged : {});
      if (graph === undefined) return;
      const options = { leaveOutWhatCannotBeRead: true };
      const model = readAuthModel(graph, symbolicAttributes, options);
      accessMatrix(model);
      for (const { address, because } of model.unread) {
        assert.notEqual(address, '');
        assert.doesNotMatch(because, /undefined|\[object/);
      }
    }),
    { seed: 20_260_102, numRuns: 2000 },
  );
});

/** @returns undefined where it is no stack: Terraform would not take it either */
function graphOf(stack: JsonObject): ResourceGraph | undefined {
  try {
    return parseTerraformJson(stack, 'cdk.tf.json');
  } catch (error) {
    if (error instanceof TerraformJsonError) return undefined;
    throw error;
  }
}
