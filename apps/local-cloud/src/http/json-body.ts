import { AwsError } from './json-error';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: JsonValue;
}

/** Deeper than any request of the services here, shallow enough to walk without a thought for the stack. */
const MAX_DEPTH = 32;

/**
 * The body of a JSON 1.1 request; an empty one counts as `{}`, as on AWS.
 * @throws AwsError SerializationException when it is not a JSON object, not UTF-8, or nested deeper than 32.
 */
export function parseJsonObject(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    assertShallow(text);
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (error instanceof AwsError) throw error;
  }
  throw serializationError('the body is not a JSON object');
}

/** @param because for the log line; AWS's own answer often has no more than the name. */
export function serializationError(because: string, message = ''): AwsError {
  return new AwsError('SerializationException', message, { because });
}

/** Narrows what `JSON.parse` made. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts brackets outside strings, before a parser has to. */
function assertShallow(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > MAX_DEPTH) throw serializationError(`the body is nested deeper than ${MAX_DEPTH}`);
  }
}
