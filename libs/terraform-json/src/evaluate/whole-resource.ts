import type { Expression } from '../expression';
import type { Unknown } from '../value';

/** A resource without the attribute that is asked of it: only its attributes are values. */
export interface WholeResource extends Unknown {
  readonly resource: string;
}

export function wholeResource(address: string): WholeResource {
  const because = `the whole of ${address} is asked for, and only its attributes are read`;
  return { kind: 'unknown', because, resource: address };
}

export function isWholeResource(expression: Expression): expression is WholeResource {
  return expression.kind === 'unknown' && 'resource' in expression;
}
