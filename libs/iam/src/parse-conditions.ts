import { conditionOperator } from './condition-operator';
import { below, fail, readRecord, shown } from './json-reader';
import type { Place } from './json-reader';
import type { Condition } from './policy-document';

/** Source: IAM User Guide, "IAM JSON policy elements: Condition". One `Condition` per operator and key. */
export function parseConditions(value: unknown, place: Place): readonly Condition[] {
  if (value === undefined) return [];
  const block = readRecord(value, place, 'an object of condition operators');
  return Object.entries(block).flatMap(([operator, keys]) =>
    parseOperator(operator, keys, below(place, operator)),
  );
}

function parseOperator(operator: string, keys: unknown, place: Place): readonly Condition[] {
  const parsed = conditionOperator(operator);
  if (!parsed) return fail(place, 'is not a condition operator of IAM');
  return Object.entries(readRecord(keys, place, 'an object of condition keys')).map(
    ([key, value]) => {
      const at = below(place, key);
      if (!key.includes(':')) fail(at, 'is not a condition key, expected <service>:<key>');
      const values = readOperands(value, at);
      const stray = values.find((operand) => !parsed.accepts(operand));
      if (stray !== undefined) fail(at, `holds ${shown(stray)}, expected ${parsed.expected}`);
      return { operator, key, values };
    },
  );
}

/** Numbers and booleans may stand bare in JSON; they are compared as their text. */
function readOperands(value: unknown, place: Place): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((operand) => {
    if (typeof operand === 'string') return operand;
    if (typeof operand === 'number' || typeof operand === 'boolean') return String(operand);
    return fail(place, `holds ${shown(operand)}, expected a string, number or boolean`);
  });
}
