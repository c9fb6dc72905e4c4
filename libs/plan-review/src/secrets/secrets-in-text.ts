import { isJsonList, isJsonObject, type Json } from '@gatehouse/terraform-json';

import { isSecretPath } from './secret-names';

type Path = readonly (string | number)[];

/** `https://user:password@host`: what stands before the host. Source: RFC 3986, 3.2.1. */
const USER_INFO = /[a-z][a-z0-9+.-]*:(\/\/[^\s/?#@:"']*:([^\s/?#@"']+)@)/gi;

/** A password of fewer characters is found in every other word. */
const SHORTEST_PASSWORD = 6;

/** Deeper than that, nobody keeps documents in documents. */
const MAX_DEPTH = 8;

/** The secrets of one text: itself, where its name says so; who signs in at an address; and those of the JSON that it holds. */
export function* secretsInText(
  type: string,
  path: Path,
  text: string,
  depth = 0,
): Iterable<string> {
  if (path.length > 0 && isSecretPath(type, path, text)) yield text;
  if (text.includes('@') && text.includes('://')) yield* secretsInAddresses(text);
  if (depth < MAX_DEPTH && /^\s*[{[]/.test(text))
    yield* secretsInJson(type, path, parsed(text), depth + 1);
}

function* secretsInAddresses(text: string): Iterable<string> {
  for (const [, info = '', password = ''] of text.matchAll(USER_INFO)) {
    yield info;
    if (password.length >= SHORTEST_PASSWORD) yield password;
  }
}

function* secretsInJson(type: string, path: Path, json: Json, depth: number): Iterable<string> {
  if (depth > MAX_DEPTH) return;
  if (typeof json === 'string') yield* secretsInText(type, path, json, depth);
  else if (typeof json === 'number' && isSecretPath(type, path)) yield String(json);
  else if (isJsonList(json))
    for (const item of json) yield* secretsInJson(type, path, item, depth + 1);
  else if (isJsonObject(json))
    for (const [name, entry] of Object.entries(json))
      yield* secretsInJson(type, [...path, name], entry, depth + 1);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
