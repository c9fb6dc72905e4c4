import { isObject, quoted, type Json, type JsonObject } from './json';

export type ReadStack =
  | { readonly ok: true; readonly stack: JsonObject }
  | { readonly ok: false; readonly because: string };

/**
 * Reads a stack, if it says the same to `JSON.parse` and to Terraform. Of members of one name the former takes the last, and the latter
 * every one: what stands first would be planned unseen. Source: hashicorp/hcl, `json/structure.go`, `collectDeepAttrs`.
 */
export function readStack(bytes: Uint8Array): ReadStack {
  const refused = (because: string): ReadStack => ({ ok: false, because });
  const text = decode(bytes);
  if (text === undefined) return refused('The stack is not UTF-8, which Terraform JSON is.');
  const value = parse(text);
  if (!isObject(value)) return refused('The stack is not a JSON object.');
  const twice = nameGivenTwice(text);
  if (twice !== undefined)
    return refused(
      `An object of the stack has the member ${quoted(twice)} twice: Terraform reads both.`,
    );
  return { ok: true, stack: value };
}

/** A mark of byte order stays, and is no JSON. @returns undefined for what is no UTF-8 */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Of JSON that has been parsed, every string is found whole, and what opens and closes besides are objects and lists. */
const MARKS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;

/**
 * The first name that one object has twice, however its letters are written: `é` has two forms, which Terraform takes for one.
 * @param text valid JSON
 */
function nameGivenTwice(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [mark, colon] of text.matchAll(MARKS)) {
    if (mark === '{') open.push(new Set());
    else if (mark === '}') open.pop();
    else if (colon !== undefined) {
      const name = JSON.parse(mark.slice(0, -colon.length)) as string;
      const normal = name.normalize('NFC');
      if (open.at(-1)?.has(normal) === true) return name;
      open.at(-1)?.add(normal);
    }
  }
  return undefined;
}
