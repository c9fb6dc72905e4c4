import type { BlockSchema, CtyType } from '../schema/schema';
import {
  isObject,
  UNKNOWN,
  type Settled,
  type SettledValues,
  type Value,
  type Values,
} from './values';

/** What was planned, with null where only AWS can tell. */
export function withoutUnknown(values: Values): SettledValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
}

function plain(value: Value): Settled {
  if (value === UNKNOWN) return null;
  if (Array.isArray(value)) return value.map((item: Value) => plain(item));
  return isObject(value) ? withoutUnknown(value) : (value as Settled);
}

/**
 * What was planned, with what AWS told in the place of what was unknown, and the zero of its type where AWS has nothing to tell:
 * Terraform takes nothing that is still unknown after apply, and no other value than the one planned.
 */
export function settle(schema: BlockSchema, planned: Values, told: SettledValues): SettledValues {
  const attributes = Object.entries(schema.attributes).map(
    ([name, { type }]): [string, Settled] => [
      name,
      settleValue(planned[name] ?? null, told[name], zeroOf(type)),
    ],
  );
  const blocks = Object.entries(schema.blocks).map(
    ([name, { nesting, block }]): [string, Settled] => {
      const value = planned[name] ?? null;
      const toldHere = told[name];
      if (value === UNKNOWN) return [name, toldHere ?? (nesting === 'single' ? null : [])];
      const settleItem = (item: Value, index: number): Settled => {
        const toldOfItem = Array.isArray(toldHere)
          ? (toldHere as readonly Settled[])[index]
          : toldHere;
        return isObject(item)
          ? settle(block, item, isSettledObject(toldOfItem) ? toldOfItem : {})
          : null;
      };
      if (Array.isArray(value)) return [name, value.map(settleItem)];
      return [name, settleItem(value, 0)];
    },
  );
  return Object.fromEntries([...attributes, ...blocks]);
}

function settleValue(planned: Value, told: Settled | undefined, zero: Settled): Settled {
  if (planned === UNKNOWN) return told ?? zero;
  if (Array.isArray(planned)) return planned.map((item: Value) => settleValue(item, undefined, ''));
  if (isObject(planned)) {
    return Object.fromEntries(
      Object.entries(planned).map(([name, item]) => [name, settleValue(item, undefined, '')]),
    );
  }
  return planned as Settled;
}

function zeroOf(type: CtyType): Settled {
  if (type === 'string') return '';
  if (type === 'number') return 0;
  if (type === 'bool') return false;
  return type[0] === 'map' || type[0] === 'object' ? {} : [];
}

function isSettledObject(value: Settled | undefined): value is SettledValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
