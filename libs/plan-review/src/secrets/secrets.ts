import {
  isJsonList,
  isJsonObject,
  type Json,
  type ResourceGraph,
  type TerraformPlan,
} from '@gatehouse/terraform-json';

import { formsOf, quoted } from './encoded-forms';
import { isSecretPath } from './secret-names';
import { secretsInGraph } from './secrets-in-graph';
import { secretsInText } from './secrets-in-text';

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

function collect(
  type: string,
  path: readonly (string | number)[],
  json: Json | undefined,
  mask: Json | undefined,
  texts: string[],
): void {
  if (json === undefined || json === null || mask === undefined) return;
  const isSecret = mask === true || (path.length > 0 && isSecretPath(type, path, json));
  if (typeof json !== 'object') {
    // Yes and no are in every other sentence, and tell nothing.
    if (isSecret && typeof json !== 'boolean') texts.push(String(json));
    if (typeof json === 'string') texts.push(...secretsInText(type, path, json));
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
