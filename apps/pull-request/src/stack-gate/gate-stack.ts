import {
  ALLOWED_DATA_SOURCES,
  ALLOWED_FUNCTIONS,
  ALLOWED_PROVIDER_ARGUMENTS,
  ALLOWED_PROVIDER_SOURCES,
  ALLOWED_SECTIONS,
  REFUSED_META_ARGUMENTS,
} from './allowed';
import { functionCalls } from './function-calls';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;

interface JsonObject {
  readonly [name: string]: Json;
}

export interface GateOptions {
  /** The provider's version, as the base branch pins it: `6.25.0`. */
  readonly providerVersion: string;
}

/** As deep as a stack may nest; ours has 12 levels. */
const MAX_DEPTH = 64;

/**
 * May `terraform plan` see this stack, with credentials at hand? Reads Terraform JSON only; whatever the gate does not know is refused.
 * @param text of a `cdk.tf.json`
 * @returns why not, a sentence each; nothing: it may
 */
export function gateStack(text: string, options: GateOptions): readonly string[] {
  const stack = parse(text);
  if (stack === undefined) return ['The stack is not a JSON object.'];
  return [
    ...gateSections(stack),
    ...gateTerraform(stack.terraform, options),
    ...gateProviders(stack.provider),
    ...gateDataSources(stack.data),
    ...gateResources(stack.resource),
    ...gateExpressions(stack, '', 0),
  ];
}

function parse(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function gateSections(stack: JsonObject): readonly string[] {
  return foreign(Object.keys(stack), ALLOWED_SECTIONS).map(
    (name) =>
      `The section ${quoted(name)} is not on the list of what a plan may see (${ALLOWED_SECTIONS.slice(1).join(', ')}).`,
  );
}

function gateTerraform(terraform: Json | undefined, { providerVersion }: GateOptions): string[] {
  const refusals: string[] = [];
  for (const block of blocksOf(terraform)) {
    for (const name of foreign(Object.keys(block), [
      'backend',
      'required_providers',
      'required_version',
    ])) {
      refusals.push(`terraform.${quoted(name)} is not on the list of what a plan may see.`);
    }
    for (const providers of blocksOf(block.required_providers)) {
      refusals.push(...gateRequiredProviders(providers, providerVersion));
    }
  }
  return refusals;
}

function gateRequiredProviders(providers: JsonObject, version: string): readonly string[] {
  return Object.entries(providers).flatMap(([name, value]) => {
    const wanted = isObject(value) ? value : {};
    const source = typeof wanted.source === 'string' ? wanted.source : '';
    if (!isIn(source, ALLOWED_PROVIDER_SOURCES))
      return [
        `The provider ${quoted(name)} comes from ${quoted(source)}; a plan may run hashicorp/aws only.`,
      ];
    if (wanted.version !== version)
      return [
        `The provider ${quoted(name)} is wanted in version ${quoted(JSON.stringify(wanted.version ?? null))}; the base branch pins ${version}. Change the version in a pull request of its own, and merge it without a plan.`,
      ];
    return [];
  });
}

function gateProviders(providers: Json | undefined): readonly string[] {
  return blocksOf(providers).flatMap((byName) =>
    Object.entries(byName).flatMap(([name, configurations]) => {
      if (name !== 'aws') return [`provider.${quoted(name)} is not on the list: aws is.`];
      return blocksOf(configurations).flatMap((configuration) =>
        foreign(Object.keys(configuration), ALLOWED_PROVIDER_ARGUMENTS).map(
          (argument) =>
            `provider.aws.${quoted(argument)} is not on the list of what may be configured (${ALLOWED_PROVIDER_ARGUMENTS.join(', ')}).`,
        ),
      );
    }),
  );
}

function gateDataSources(data: Json | undefined): readonly string[] {
  const types = blocksOf(data).flatMap(Object.keys);
  return foreign(types, ALLOWED_DATA_SOURCES).map(
    (type) =>
      `The data source ${quoted(type)} is not on the list of what a plan may read (${ALLOWED_DATA_SOURCES.join(', ')}).`,
  );
}

function gateResources(resources: Json | undefined): readonly string[] {
  return blocksOf(resources).flatMap((byType) =>
    Object.entries(byType).flatMap(([type, byName]) => {
      if (!type.startsWith('aws_'))
        return [`The resource type ${quoted(type)} belongs to no provider on the list.`];
      return blocksOf(byName).flatMap((named) =>
        Object.entries(named).flatMap(([name, resource]) =>
          blocksOf(resource).flatMap((one) =>
            REFUSED_META_ARGUMENTS.filter((argument) => Object.hasOwn(one, argument)).map(
              (argument) => `${quoted(`${type}.${name}`)} has a ${argument}, which runs programs.`,
            ),
          ),
        ),
      );
    }),
  );
}

/** Names of members are evaluated too, in maps. */
function gateExpressions(value: Json, where: string, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [`${quoted(where)} nests deeper than ${MAX_DEPTH} levels.`];
  if (typeof value === 'string') return gateText(value, where);
  if (isList(value))
    return value.flatMap((item, at) => gateExpressions(item, `${where}[${at}]`, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = where === '' ? name : `${where}.${name}`;
    return [...gateText(name, place), ...gateExpressions(member, place, depth + 1)];
  });
}

function gateText(text: string, where: string): readonly string[] {
  return foreign([...new Set(functionCalls(text))], ALLOWED_FUNCTIONS).map(
    (name) =>
      `${quoted(where)} calls ${quoted(name)}(), which is not on the list of functions that only compute.`,
  );
}

/** Terraform JSON lets a block be an object, or a list of them. */
function blocksOf(value: Json | undefined): readonly JsonObject[] {
  if (value === undefined) return [];
  return (isList(value) ? value : [value]).filter(isObject);
}

function foreign(names: readonly string[], allowed: readonly string[]): readonly string[] {
  return names.filter((name) => !allowed.includes(name));
}

function isIn(name: string, allowed: readonly string[]): boolean {
  return allowed.includes(name);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What a pull request wrote goes into a log: one line, no escape sequences, not endless. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    '?',
  );
}
