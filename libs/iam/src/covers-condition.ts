import { coversPattern, hasVariable } from './covers-pattern';
import { parseIpRange } from './operators/ip-range';
import type { Condition } from './policy-document';

/**
 * Whether `wide` holds wherever `narrow` does. Never wrongly true: of two operators that are not alike, only an equality within a
 * pattern, and an operator within its own `IfExists`, are seen through.
 */
export function coversCondition(wide: Condition, narrow: Condition): boolean {
  if (wide.key.toLowerCase() !== narrow.key.toLowerCase()) return false;
  const operator = operatorWithin(wide.operator, narrow.operator);
  if (operator === undefined) return false;
  const covers = operandsOf(operator);
  // What is ruled out counts the other way round: who rules out more says less.
  if (operator.includes('Not'))
    return wide.values.every((value) =>
      hasVariable(value)
        ? narrow.values.includes(value)
        : narrow.values.some((other) => covers(other, value)),
    );
  return narrow.values.every((value) => wide.values.some((other) => covers(other, value)));
}

/** The operator by which the two are compared. @returns undefined when they say different things */
function operatorWithin(wide: string, narrow: string): string | undefined {
  if (wide === narrow || wide === `${narrow}IfExists`) return wide;
  return !wide.includes('Not') && wide.replace('Like', 'Equals') === narrow ? wide : undefined;
}

function operandsOf(operator: string): (wide: string, narrow: string) => boolean {
  if (/Like|Arn(?:Not)?Equals/.test(operator)) return coversPattern;
  return operator.includes('IpAddress') ? coversRange : (wide, narrow) => wide === narrow;
}

function coversRange(wide: string, narrow: string): boolean {
  const [outer, inner] = [parseIpRange(wide), parseIpRange(narrow)];
  if (outer === undefined || inner === undefined) return wide === narrow;
  if (outer.bytes.length !== inner.bytes.length) return false;
  if (outer.prefixLength > inner.prefixLength) return false;
  return outer.bytes.every((byte, at) => {
    const bits = Math.min(8, Math.max(0, outer.prefixLength - at * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return (byte & mask) === ((inner.bytes[at] ?? 0) & mask);
  });
}
