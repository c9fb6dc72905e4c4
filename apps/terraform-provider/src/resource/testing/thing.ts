import type { BlockSchema } from '../../schema/schema';
import type { ResourceFacts } from '../resource-facts';
import { resourceType, type ResourceType } from '../resource-type';
import { inWords } from '../values';

/** A made-up type with one of everything that a schema can hold. */
const SCHEMA: BlockSchema = {
  attributes: {
    id: { type: 'string', optional: true, computed: true },
    name: { type: 'string', required: true },
    arn: { type: 'string', computed: true },
    region: { type: 'string', optional: true },
    note: { type: 'string', optional: true },
    mode: { type: 'string', optional: true },
    limit: { type: 'number', optional: true },
    labels: { type: ['set', 'string'], optional: true },
    tags: { type: ['map', 'string'], optional: true },
    tags_all: { type: ['map', 'string'], optional: true },
    changed_at: { type: 'string', computed: true },
  },
  blocks: {
    rule: {
      nesting: 'list',
      block: {
        attributes: {
          kind: { type: 'string', required: true },
          weight: { type: 'number', optional: true },
        },
        blocks: {},
      },
    },
    policy: {
      nesting: 'list',
      maxItems: 1,
      block: { attributes: { length: { type: 'number', optional: true } }, blocks: {} },
    },
    stage: {
      nesting: 'set',
      block: { attributes: { at: { type: 'string', required: true } }, blocks: {} },
    },
    timeouts: {
      nesting: 'single',
      block: { attributes: { create: { type: 'string', optional: true } }, blocks: {} },
    },
  },
};

const FACTS: ResourceFacts = {
  type: 'aws_thing',
  source: 'made up',
  optionalComputed: ['mode', 'policy', 'policy.length'],
  forceNew: ['name', 'rule.kind', 'stage.at'],
  defaults: { limit: 10, 'rule.weight': 1 },
  allowed: { mode: ['A', 'B'], 'rule.kind': ['x', 'y'] },
  changesWith: { changed_at: '*' },
  uniqueAs: ({ name }) => inWords(name),
  conflict: (name) => `ThingExists: ${name} already exists.`,
  create: (values, cloud) => ({
    id: `thing-${inWords(values.name)}`,
    arn: `arn:aws:thing:${cloud.region}:${cloud.accountId}:${inWords(values.name)}`,
    mode: 'A',
    changed_at: cloud.now(),
  }),
  update: (_values, _prior, cloud) => ({ changed_at: cloud.now() }),
  checks: [({ note }) => (note === 'forbidden' ? 'BadNote: not this one.' : undefined)],
  mayDelete: ({ note }) => (note === 'kept' ? 'InUse: it is kept.' : undefined),
  importId: (named) => `thing-${named}`,
};

export const thing: ResourceType = resourceType(FACTS, SCHEMA);

/** What Terraform sends for a configuration: every name, null where it says nothing. */
export const emptyThing = {
  id: null,
  name: null,
  arn: null,
  region: null,
  note: null,
  mode: null,
  limit: null,
  labels: null,
  tags: null,
  tags_all: null,
  changed_at: null,
  rule: [],
  policy: [],
  stage: [],
  timeouts: null,
} as const;
