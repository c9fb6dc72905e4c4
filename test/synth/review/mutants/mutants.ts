import { readFileSync } from 'node:fs';

import { isJsonObject, type Json, type JsonObject } from '@gatehouse/terraform-json';

import { becomes, removalOf, within, type Change } from './change';
import { changesOf, type Surroundings } from './change-value';
import { KNOWN_VALUES } from './known-values';

/** The stack with one single change in it. */
export interface Mutant {
  /** `aws_iam_role.Roles_Guest`, `data.aws_caller_identity.current`, `output.apiKey`, `provider.aws`. */
  readonly address: string;
  readonly type: string;
  /** Empty: all of it. */
  readonly path: string;
  readonly how: string;
  /** Mutants of one kind are alike but for the name of the resource: where one is reported, so should the others be. */
  readonly kind: string;
  readonly stack: JsonObject;
}

/** Every single change of a synthesized stack: of resources, data sources, outputs and providers. */
export function* mutantsOf(stack: JsonObject): Iterable<Mutant> {
  const around = surroundingsOf(stack);
  for (const block of ['resource', 'data']) {
    for (const [type, named] of entriesOf(stack[block])) {
      for (const [name, body] of entriesOf(named)) {
        const address = `${block === 'data' ? 'data.' : ''}${type}.${name}`;
        const put = (value: Json | undefined): JsonObject =>
          withPart(stack, [block, type, name], value);
        yield* mutants({ address, type, body, put, around });
      }
    }
  }
  for (const block of ['output', 'provider']) {
    for (const [name, body] of entriesOf(stack[block])) {
      const put = (value: Json | undefined): JsonObject => withPart(stack, [block, name], value);
      yield* mutants({ address: `${block}.${name}`, type: block, body, put, around });
    }
  }
}

interface Part {
  readonly address: string;
  readonly type: string;
  readonly body: Json;
  readonly put: (value: Json | undefined) => JsonObject;
  readonly around: Surroundings;
}

function* mutants({ address, type, body, put, around }: Part): Iterable<Mutant> {
  const changes = [
    removalOf(),
    ...changesOf(body, type, around),
    ...(isJsonObject(body) ? switched(body, readSchema(type)) : []),
  ];
  for (const { path, how, value } of changes) {
    yield {
      address,
      type,
      path,
      how,
      kind: kindOf(type, address, `${path} ${how}`),
      stack: deployedAnew(put(value), type),
    };
  }
}

/** Every role is one of its kind; and to be waited for is the same for all. */
function kindOf(type: string, address: string, change: string): string {
  const subject = type.startsWith('aws_iam_') ? address : type;
  return `${subject} ${change.replace(/^(depends_on|lifecycle\.replace_triggered_by)\.\d+/, '$1')}`;
}

/** `infra` puts a hash of the API into the deployment's triggers, so that a change goes live; the mutant would, too. */
function deployedAnew(stack: JsonObject, type: string): JsonObject {
  if (!type.startsWith('aws_api_gateway_') || type === DEPLOYMENT) return stack;
  return entriesOf(partAt(stack, ['resource', DEPLOYMENT])).reduce(
    (anew, [name]) =>
      withPart(anew, ['resource', DEPLOYMENT, name, 'triggers'], { redeployment: 'another' }),
    stack,
  );
}

const DEPLOYMENT = 'aws_api_gateway_deployment';

interface Schema {
  readonly attributes: Readonly<Record<string, { readonly type: Json; readonly optional?: true }>>;
  readonly blocks: Readonly<Record<string, { readonly block: Schema }>>;
}

function readSchema(type: string): Schema | undefined {
  if (!type.startsWith('aws_')) return undefined;
  try {
    const text = readFileSync(`apps/terraform-provider/schemas/${type}.json`, 'utf8');
    return JSON.parse(text) as Schema;
  } catch {
    // Not every data source has one, and there the written arguments are all that is changed.
    return undefined;
  }
}

/** What the schema has for a switch, and the stack leaves at its default. */
function* switched(body: JsonObject, schema: Schema | undefined): Iterable<Change> {
  for (const [name, { type, optional }] of Object.entries(schema?.attributes ?? {})) {
    if (type !== 'bool' || optional !== true || name in body) continue;
    for (const value of [true, false]) {
      const set = becomes(value, `set to ${value}`);
      yield* within(body, name, [set]);
    }
  }
  for (const [name, { block }] of Object.entries(schema?.blocks ?? {})) {
    const written = body[name];
    if (isJsonObject(written)) yield* within(body, name, switched(written, block));
  }
}

function surroundingsOf(stack: JsonObject): Surroundings {
  return {
    valuesOf: (path) => KNOWN_VALUES[path.replace(/\.\d+(?=\.|$)/g, '')] ?? [],
    othersLike: (address) => {
      const [type = '', name = ''] = address.split('.');
      const all = entriesOf(partAt(stack, ['resource', type])).map(([other]) => other);
      return all.includes(name)
        ? all.filter((other) => other !== name).map((other) => `${type}.${other}`)
        : [];
    },
  };
}

function entriesOf(json: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(json) ? Object.entries(json) : [];
}

function partAt(json: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), json);
}

/** A copy in which only this part is another. */
function withPart(
  json: JsonObject,
  [key = '', ...rest]: readonly string[],
  value: Json | undefined,
): JsonObject {
  if (rest.length > 0) {
    const inner = json[key];
    return { ...json, [key]: withPart(isJsonObject(inner) ? inner : {}, rest, value) };
  }
  const { [key]: _old, ...others } = json;
  return value === undefined ? others : { ...json, [key]: value };
}
