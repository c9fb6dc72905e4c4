import { typedComparison } from './comparison';
import type { Comparison } from './comparison';
import { parseIpRange } from './ip-range';
import type { IpRange } from './ip-range';

/** Source: IAM User Guide, "IP address condition operators": an address, or a range in CIDR form, of IPv4 or IPv6. */
export const IP_ADDRESS_OPERATORS = {
  IpAddress: inRange(),
  NotIpAddress: inRange({ negated: true }),
} as const satisfies Record<string, Comparison>;

function inRange({ negated = false } = {}): Comparison {
  const expected = 'an IP address or a CIDR range';
  return typedComparison({ negated, expected, parse: parseIpRange, holds: contains });
}

/** A request's value is one address: a range of one. */
function contains(address: IpRange, range: IpRange): boolean {
  if (address.bytes.length !== range.bytes.length) return false;
  if (address.prefixLength < range.prefixLength) return false;
  return range.bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, range.prefixLength - index * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return ((address.bytes[index] ?? 0) & mask) === (byte & mask);
  });
}
