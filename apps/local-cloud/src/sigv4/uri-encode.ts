const HEX = '0123456789ABCDEF';
const UNRESERVED = /^[A-Za-z0-9\-._~]*$/;

/** Byte → its canonical form: unreserved characters stay (RFC 3986 §2.3), all others are upper-case escapes. */
const ENCODED: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const text = String.fromCharCode(byte);
  return UNRESERVED.test(text) ? text : `%${HEX.charAt(byte >> 4)}${HEX.charAt(byte & 15)}`;
});

/** Encodes every byte of a latin1 text but the unreserved ones: SigV4's `UriEncode`. */
export function uriEncode(latin1: string): string {
  if (UNRESERVED.test(latin1)) return latin1;
  let encoded = '';
  for (let at = 0; at < latin1.length; at += 1) encoded += ENCODED[latin1.charCodeAt(at)] ?? '';
  return encoded;
}

/**
 * Brings a part of a query to its one canonical spelling: `+` is a space, escapes lose their case, a `%` that starts no escape
 * stands for itself.
 */
export function canonicalizeQueryPart(latin1: string): string {
  return canonicalize(latin1, '%20');
}

/** The same for a part of a path, in which `+` is itself. */
export function canonicalizePathPart(latin1: string): string {
  return canonicalize(latin1, '%2B');
}

function canonicalize(latin1: string, plus: string): string {
  if (UNRESERVED.test(latin1)) return latin1;
  let encoded = '';
  for (let at = 0; at < latin1.length; at += 1) {
    const unit = latin1.charCodeAt(at);
    const escaped = unit === 0x25 ? escapedByte(latin1, at) : -1;
    if (escaped >= 0) {
      encoded += ENCODED[escaped] ?? '';
      at += 2;
    } else {
      encoded += unit === 0x2b ? plus : (ENCODED[unit] ?? '');
    }
  }
  return encoded;
}

/** The byte that `%XY` at this place stands for; -1 when these are not two hexadecimal digits. */
function escapedByte(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at + 1));
  const low = hexDigit(text.charCodeAt(at + 2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit >= 0x41 && unit <= 0x46) return unit - 0x37;
  if (unit >= 0x61 && unit <= 0x66) return unit - 0x57;
  return -1;
}
