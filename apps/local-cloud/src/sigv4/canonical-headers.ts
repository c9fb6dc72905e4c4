import type { RequestHeaders } from '../http/request-headers';

/**
 * One `name:value` line per signed header: runs of blanks become one space, ends are trimmed, several values are joined by commas.
 * Source: IAM User Guide, "Create a signed AWS API request", step 1.
 * @param host stands for the value of `Host` where given
 */
export function canonicalHeaders(
  headers: RequestHeaders,
  signedHeaders: readonly string[],
  host?: string,
): string {
  let lines = '';
  for (const name of signedHeaders) {
    const values = name === 'host' && host !== undefined ? [host] : (headers.get(name) ?? []);
    lines += `${name}:${values.map(collapseBlanks).join(',')}\n`;
  }
  return lines;
}

/** ASCII blanks only: `\s` would also take the byte A0, which is part of many UTF-8 letters. */
function collapseBlanks(value: string): string {
  return /[ \t\r\n]/.test(value) ? value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '') : value;
}
