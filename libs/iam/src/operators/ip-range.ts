/** An address and how many of its leading bits count. */
export interface IpRange {
  /** 4 for IPv4, 16 for IPv6. */
  readonly bytes: readonly number[];
  readonly prefixLength: number;
}

/** Reads `203.0.113.0/24`, `203.0.113.7`, `2001:db8::/32`; undefined when it is none of these. */
export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  const bytes = address.includes(':') ? parseIpv6(address) : parseIpv4(address);
  if (!bytes || rest.length > 0) return undefined;
  if (prefix === undefined) return { bytes, prefixLength: bytes.length * 8 };
  const prefixLength = parseDecimal(prefix, bytes.length * 8);
  return prefixLength === undefined ? undefined : { bytes, prefixLength };
}

function parseIpv4(text: string): readonly number[] | undefined {
  const bytes = text.split('.').map((part) => parseDecimal(part, 255));
  return bytes.length === 4 ? allKnown(bytes) : undefined;
}

/** Source: RFC 4291 §2.2: eight groups of hex digits, one run of zero groups as `::`, the last two groups as IPv4 if wished. */
function parseIpv6(text: string): readonly number[] | undefined {
  const [head = '', tail, ...rest] = text.split('::');
  if (rest.length > 0) return undefined;
  const before = parseGroups(head);
  const after = tail === undefined ? [] : parseGroups(tail);
  if (!before || !after) return undefined;
  const missing = 16 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 2) return undefined;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

function parseGroups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes = groups.map((group, index) => {
    if (index === groups.length - 1 && group.includes('.')) return parseIpv4(group);
    if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined;
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
  return allKnown(bytes)?.flat();
}

function parseDecimal(text: string, max: number): number | undefined {
  if (!/^(0|[1-9]\d{0,2})$/.test(text)) return undefined;
  const value = Number(text);
  return value <= max ? value : undefined;
}

function allKnown<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}
