import { isJsonObject, type JsonObject, type JsonValue } from '../../http/json-body';
import { OperatorRefusal } from '../endpoint';

/** @throws OperatorRefusal that says what is wanted of this member of the body */
export function textOf(body: JsonObject, name: string, maxLength: number): string {
  const value = body[name];
  if (typeof value === 'string' && value.length > 0 && value.length <= maxLength) return value;
  throw wrong(name, `a text of 1 to ${maxLength} characters`, value);
}

/** @throws OperatorRefusal */
export function booleanOf(body: JsonObject, name: string): boolean {
  const value = body[name];
  if (typeof value === 'boolean') return value;
  throw wrong(name, 'true or false', value);
}

/**
 * Each once, in their order.
 * @throws OperatorRefusal
 */
export function textsOf(body: JsonObject, name: string, maxCount: number): readonly string[] {
  const value = body[name] ?? [];
  if (isTexts(value) && value.length <= maxCount) return [...new Set(value)];
  throw wrong(name, `a list of at most ${maxCount} texts`, value);
}

/** @throws OperatorRefusal */
export function textMapOf(
  body: JsonObject,
  name: string,
  maxCount: number,
): ReadonlyMap<string, string> {
  const value = body[name] ?? {};
  const entries = isJsonObject(value) ? Object.entries(value) : undefined;
  if (entries !== undefined && entries.length <= maxCount && entries.every(isTextEntry))
    return new Map(entries);
  throw wrong(name, `an object of at most ${maxCount} texts`, value);
}

function isTexts(value: JsonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isTextEntry(entry: [string, JsonValue]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

/** Says of what kind it is, never what it is: it may be a password. */
function wrong(name: string, wanted: string, got: JsonValue | undefined): OperatorRefusal {
  const kind =
    got === undefined
      ? 'nothing'
      : Array.isArray(got)
        ? `a list of ${got.length}`
        : typeof got === 'string'
          ? `a text of ${got.length}`
          : got === null
            ? 'null'
            : typeof got;
  return new OperatorRefusal(400, `"${name}" must be ${wanted}, not ${kind}.`);
}
