/** As much of DER as a certificate takes. Source: ITU-T X.690 §8 and §10. */

export type Der = Buffer;

const tagged = (tag: number, ...parts: readonly Der[]): Der => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

export const sequence = (...parts: readonly Der[]): Der => tagged(0x30, ...parts);
export const set = (...parts: readonly Der[]): Der => tagged(0x31, ...parts);
export const utf8String = (text: string): Der => tagged(0x0c, Buffer.from(text));
export const octetString = (content: Buffer): Der => tagged(0x04, content);
export const bitString = (content: Buffer): Der => tagged(0x03, Buffer.from([0]), content);
export const boolean = (value: boolean): Der => tagged(0x01, Buffer.from([value ? 0xff : 0]));
/** `[n]`, around another value. */
export const explicit = (n: number, content: Der): Der => tagged(0xa0 | n, content);
/** `[n]`, in the place of a primitive value's own tag. */
export const implicit = (n: number, content: Buffer): Der => tagged(0x80 | n, content);

/** A positive number, most significant byte first. */
export function integer(bytes: Buffer): Der {
  const [first = 0] = bytes;
  return tagged(0x02, first >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** `1.2.840.10045.4.3.2`. */
export function objectIdentifier(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): readonly number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    digits.unshift((rest % 128) | 0x80);
  }
  return digits;
}

/** RFC 5280 §4.1.2.5.2: GeneralizedTime, as four digits of the year are no trouble in any century. */
export function time(date: Date): Der {
  const digits = date
    .toISOString()
    .replace(/[-:T]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return tagged(0x18, Buffer.from(digits));
}
