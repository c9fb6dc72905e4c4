import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { JsonObject } from './json-body';
import { AwsError } from './json-error';
import { parseShape } from './json-shape';
import type { StructureShape } from './json-shape';

const SHAPE = {
  kind: 'structure',
  required: ['Username', 'Flow'],
  members: {
    Username: { kind: 'string', min: 1, max: 8, pattern: '[\\p{L}]+', sensitive: true },
    Flow: { kind: 'string', values: ['A', 'B'] },
    Force: { kind: 'boolean' },
    Parameters: { kind: 'map', value: { kind: 'string', max: 4 } },
    Attributes: {
      kind: 'list',
      member: {
        kind: 'structure',
        required: ['Name'],
        members: { Name: { kind: 'string', min: 1 }, Value: { kind: 'string' } },
      },
    },
  },
} as const satisfies StructureShape;

function refusal(input: JsonObject): string {
  try {
    parseShape(SHAPE, input, 'InvalidParameterException');
    return 'accepted';
  } catch (error) {
    assert(error instanceof AwsError);
    return `${error.type}: ${error.message}`;
  }
}

test('takes what the shape allows, ignores unknown members and drops nulls', () => {
  const parsed = parseShape(
    SHAPE,
    {
      Username: 'zoë',
      Flow: 'B',
      Other: [1],
      Force: null,
      Parameters: { A: 'x', DEVICE_KEY: null },
      Attributes: [{ Name: 'n' }],
    },
    'X',
  );
  assert.equal(parsed.Username, 'zoë');
  assert.equal(parsed.Flow, 'B');
  assert.equal('Other' in parsed || 'Force' in parsed, false);
  assert.deepEqual([...(parsed.Parameters ?? [])], [['A', 'x']]);
  assert.deepEqual(parsed.Attributes, [{ Name: 'n' }]);
});

test('names one broken constraint in the words of AWS', () => {
  assert.equal(
    refusal({ Username: 'a', Flow: 'C' }),
    "InvalidParameterException: 1 validation error detected: Value 'C' at 'flow' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
  );
  assert.equal(
    refusal({ Flow: 'A' }),
    "InvalidParameterException: 1 validation error detected: Value null at 'username' failed to satisfy constraint: Member must not be null",
  );
});

test('counts and joins several, and leaves a sensitive value out', () => {
  assert.equal(
    refusal({ Username: '', Flow: 'A', Attributes: [{ Name: '' }] }),
    "InvalidParameterException: 3 validation errors detected: Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1; Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}]+; Value '' at 'attributes.1.member.name' failed to satisfy constraint: Member must have length greater than or equal to 1",
  );
  assert.match(refusal({ Username: 'abcdefghi', Flow: 'A' }), /less than or equal to 8$/);
});

test('refuses a value of another JSON type as a serialization error', () => {
  const broken: readonly [JsonObject, string][] = [
    [{ Username: 1, Flow: 'A' }, 'NUMBER_VALUE can not be converted to a String'],
    [{ Username: true, Flow: 'A' }, 'TRUE_VALUE can not be converted to a String'],
    [{ Username: {}, Flow: 'A' }, 'Start of structure or map found where not expected.'],
    [{ Username: [], Flow: 'A' }, 'Start of list found where not expected'],
    [{ Username: 'a', Flow: 'A', Force: 'yes' }, 'STRING_VALUE can not be converted to a Boolean'],
    [
      { Username: 'a', Flow: 'A', Attributes: {} },
      'Start of structure or map found where not expected.',
    ],
    [
      { Username: 'a', Flow: 'A', Parameters: { A: 7 } },
      'NUMBER_VALUE can not be converted to a String',
    ],
  ];
  for (const [input, message] of broken) {
    assert.equal(refusal(input), `SerializationException: ${message}`);
  }
});

test('does not take inherited names for members', () => {
  const shape = {
    kind: 'structure',
    required: [],
    members: { constructor: { kind: 'string' } },
  } as const satisfies StructureShape;
  assert.equal(Object.hasOwn(parseShape(shape, {}, 'X'), 'constructor'), false);
});
