import {
  isJsonList,
  isJsonObject,
  type Expression,
  type Json,
  type ResourceGraph,
  type TerraformPlan,
} from '@gatehouse/terraform-json';

import { formsOf, quoted } from './encoded-forms';

/** What stands in the place of a secret. */
export const MASK = '(sensitive)';

/** Shorter ones are found in every other word: they are masked where they are the whole value. */
const SHORTEST = 6;

/** The secrets of what is reviewed, so that none of them is ever said. */
export class Secrets {
  /** By how they begin, so that a text is read once, however many there are. */
  readonly #byStart: ReadonlyMap<string, readonly string[]>;
  readonly #short: ReadonlySet<string>;

  constructor(texts: Iterable<string>) {
    const all = [...new Set(texts)].filter((text) => text !== '');
    this.#short = new Set(all.filter((text) => text.length < SHORTEST));
    const long = all.filter((text) => text.length >= SHORTEST).flatMap(formsOf);
    this.#byStart = byStart(new Set([...long, ...[...this.#short].flatMap(quoted)]));
  }

  mask(text: string): string {
    if (this.#short.has(text)) return MASK;
    let masked = '';
    let done = 0;
    for (let at = 0; at + START <= text.length; at += 1) {
      const begun = this.#byStart.get(text.slice(at, at + START));
      const secret = begun?.find((form) => text.startsWith(form, at));
      if (secret === undefined) continue;
      masked += text.slice(done, at) + MASK;
      done = at + secret.length;
      at = done - 1;
    }
    return masked + text.slice(done);
  }
}

/** No form is shorter. */
const START = 3;

/** A secret may hold another one: the longer ones come first. */
function byStart(forms: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const form of [...forms].toSorted((a, b) => b.length - a.length)) {
    const start = form.slice(0, START);
    const others = found.get(start);
    if (others === undefined) found.set(start, [form]);
    else others.push(form);
  }
  return found;
}

/** Names of attributes and variables that hold secrets, whatever Terraform says of them. */
const SECRET_NAME =
  /(?:^|[_.-])(?:passwords?|passwd|passphrase|secrets?|secret_(?:access_)?key|secret_string|private_key(?:_pem)?|token|auth_token|access_token|refresh_token|api_?key|credentials?)$/i;

/** Units of time stand below the one, and the other says yes or no. */
const HARMLESS = new Set(['token_validity_units', 'generate_secret']);

/** Attributes that hold a secret under a name that many others have, too. */
const SECRET_ATTRIBUTES: ReadonlySet<string> = new Set([
  'aws_api_gateway_api_key.value',
  'aws_api_gateway_usage_plan_key.value',
  'aws_ssm_parameter.value',
  'aws_iam_access_key.secret',
]);

/** @param path the attribute, and the steps below it */
export function isSecretPath(type: string, path: readonly (string | number)[]): boolean {
  if (SECRET_ATTRIBUTES.has(`${type}.${String(path[0])}`)) return true;
  const names = path.filter((step) => !/^\d+$/.test(String(step))).map(String);
  const last = names.at(-1);
  return last !== undefined && SECRET_NAME.test(last) && !names.some((name) => HARMLESS.has(name));
}

/** Everything that the masks of a plan, or the names of attributes, say is secret. */
export function secretsOf(
  graphs: readonly ResourceGraph[],
  plan: TerraformPlan | undefined,
): Secrets {
  const texts: string[] = [];
  for (const graph of graphs) for (const text of secretsInGraph(graph)) texts.push(text);
  const changes = plan === undefined ? [] : [...plan.changes, ...plan.drift];
  for (const { type, before, after, beforeSensitive, afterSensitive } of changes) {
    collect(type, [], before, beforeSensitive, texts);
    collect(type, [], after, afterSensitive, texts);
  }
  for (const { before, after, isSensitive } of plan?.outputs ?? []) {
    if (isSensitive) for (const json of [before, after]) collect('output', [], json, true, texts);
  }
  return new Secrets(texts);
}

function* secretsInGraph(graph: ResourceGraph): Iterable<string> {
  for (const { type, config } of graph.resources.values()) yield* secretsIn(type, [], config);
  for (const { config } of graph.providers) yield* secretsIn('provider', [], config);
  const { settings = {} } = graph;
  for (const [name, body] of Object.entries(settings)) {
    // The default of a variable has the variable's name.
    const value = name.startsWith('var.') ? entryOf(body, 'default') : body;
    if (isMarked(body) || isSecretPath('', [name])) yield* allTextsIn(value);
    else if (value !== undefined) yield* secretsIn('', [name], value);
  }
  for (const [name, value] of Object.entries(graph.outputs)) {
    if (isMarked(settings[`output.${name}`])) yield* allTextsIn(value);
    else yield* secretsIn('', [name], value);
  }
}

/** `sensitive = true`, of a variable or an output. */
function isMarked(body: Expression | undefined): boolean {
  const mark = entryOf(body, 'sensitive');
  return mark?.kind === 'literal' && mark.value === true;
}

function entryOf(body: Expression | undefined, name: string): Expression | undefined {
  return body?.kind === 'object' && Object.hasOwn(body.entries, name)
    ? body.entries[name]
    : undefined;
}

function* allTextsIn(expression: Expression | undefined): Iterable<string> {
  if (expression?.kind === 'object')
    for (const entry of Object.values(expression.entries)) yield* allTextsIn(entry);
  else if (expression?.kind === 'list')
    for (const item of expression.items) yield* allTextsIn(item);
  else if (expression?.kind === 'literal' && typeof expression.value === 'string')
    yield expression.value;
}

function* secretsIn(
  type: string,
  path: readonly string[],
  expression: Expression,
): Iterable<string> {
  if (expression.kind === 'object') {
    for (const [name, entry] of Object.entries(expression.entries)) {
      yield* secretsIn(type, [...path, name], entry);
    }
  } else if (expression.kind === 'list') {
    for (const item of expression.items) yield* secretsIn(type, path, item);
  } else if (expression.kind === 'literal' && typeof expression.value === 'string') {
    if (path.length > 0 && isSecretPath(type, path)) yield expression.value;
  }
}

function collect(
  type: string,
  path: readonly (string | number)[],
  json: Json | undefined,
  mask: Json | undefined,
  texts: string[],
): void {
  if (json === undefined || json === null || mask === undefined) return;
  const isSecret = mask === true || (path.length > 0 && isSecretPath(type, path));
  if (typeof json !== 'object') {
    // Yes and no are in every other sentence, and tell nothing.
    if (isSecret && typeof json !== 'boolean') texts.push(String(json));
    return;
  }
  for (const [key, value] of Object.entries(json)) {
    collect(type, [...path, key], value, isSecret ? true : maskBelow(mask, key), texts);
  }
}

/** The mask of one entry: `true` above counts for all below. */
export function maskBelow(mask: Json | undefined, key: string | number): Json {
  if (mask === true) return true;
  if (isJsonList(mask)) return mask[Number(key)] ?? false;
  return isJsonObject(mask) && Object.hasOwn(mask, key) ? (mask[key] ?? false) : false;
}
