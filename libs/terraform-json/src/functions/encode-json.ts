import type { Json } from '../value';
import { sorted } from './argument';

/** Keys in order, and the characters of HTML written as escapes. Source: Terraform documentation, "jsonencode". */
export function encodeJson(value: Json): string {
  return JSON.stringify(sorted(value)).replaceAll(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
