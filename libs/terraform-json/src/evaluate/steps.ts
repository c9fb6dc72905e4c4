import type { Expression } from '../expression';
import { SyntaxProblem } from '../hcl/syntax';
import { apply } from './apply';
import type { Budget } from './scope';
import { isWholeResource } from './whole-resource';

/** A step of a reference: its path is written with dots. */
const PLAIN_STEP = /^[\w-]+$/;

/** `of.key`, `of["key"]` or `of[0]`. */
export function takeStep(of: Expression, key: Expression, budget: Budget): Expression {
  const plain = plainStep(key);
  if (isWholeResource(of)) {
    if (typeof plain === 'string')
      return { kind: 'reference', reference: { address: of.resource, attribute: plain } };
    throw new SyntaxProblem(`${of.resource} is one resource, and has no instances to choose from`);
  }
  if (of.kind === 'reference' && plain !== undefined && PLAIN_STEP.test(String(plain))) {
    const { address, attribute } = of.reference;
    return { kind: 'reference', reference: { address, attribute: `${attribute}.${plain}` } };
  }
  if (of.kind === 'unknown') return of;
  // One that is known is chosen also where the rest of the list or object is not.
  if (of.kind === 'object' && plain !== undefined && Object.hasOwn(of.entries, plain))
    return of.entries[plain] ?? { kind: 'literal', value: null };
  const item = of.kind === 'list' && plain !== undefined ? of.items[Number(plain)] : undefined;
  return item ?? apply('[]', [of, key], budget);
}

function plainStep(key: Expression): string | number | undefined {
  if (key.kind !== 'literal') return undefined;
  const { value } = key;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
