import type { ListShape, MapShape, StringShape, StructureShape } from '../http/json-shape';

/** Member types that several operations share. Source: the API model of cognito-idp, version 2016-04-18. */

export const TEXT = { kind: 'string', min: 0, max: 131_072 } as const satisfies StringShape;

export const CLIENT_ID = {
  kind: 'string',
  min: 1,
  max: 128,
  pattern: '[\\w+]+',
  sensitive: true,
} as const satisfies StringShape;

export const CLIENT_SECRET = {
  kind: 'string',
  min: 24,
  max: 64,
  pattern: '[\\w+]+',
  sensitive: true,
} as const satisfies StringShape;

export const SECRET_HASH = {
  kind: 'string',
  min: 1,
  max: 128,
  pattern: '[\\w+=/]+',
  sensitive: true,
} as const satisfies StringShape;

export const USERNAME = {
  kind: 'string',
  min: 1,
  max: 128,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
  sensitive: true,
} as const satisfies StringShape;

export const TOKEN = {
  kind: 'string',
  pattern: '[A-Za-z0-9-_=.]+',
  sensitive: true,
} as const satisfies StringShape;

export const SESSION = {
  kind: 'string',
  min: 20,
  max: 2048,
  sensitive: true,
} as const satisfies StringShape;

export const DEVICE_KEY = {
  kind: 'string',
  min: 1,
  max: 55,
  pattern: '[\\w-]+_[0-9a-f-]+',
} as const satisfies StringShape;

export const TEXT_MAP = { kind: 'map', value: TEXT } as const satisfies MapShape;

export const ATTRIBUTE_LIST = {
  kind: 'list',
  member: {
    kind: 'structure',
    required: ['Name'],
    members: {
      Name: {
        kind: 'string',
        min: 1,
        max: 32,
        pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+',
      },
      Value: { kind: 'string', max: 2048, sensitive: true },
    },
  },
} as const satisfies ListShape;

/** What Cognito takes for statistics and risk: accepted, checked, and not used here. */
export const CALLER_CONTEXT = {
  AnalyticsMetadata: {
    kind: 'structure',
    required: [],
    members: { AnalyticsEndpointId: TEXT },
  },
  UserContextData: {
    kind: 'structure',
    required: [],
    members: { IpAddress: TEXT, EncodedData: TEXT },
  },
} as const satisfies Record<string, StructureShape>;
