import type { Expression } from '../expression';
import type { Reference } from '../value';
import { apply } from './apply';
import type { Budget } from './scope';

/** Text with values in it, put together as far as they are known. */
export function joinText(parts: readonly (string | Expression)[], budget: Budget): Expression {
  const folded: (string | Reference)[] = [];
  for (const part of parts) {
    const piece = typeof part === 'string' ? part : pieceOf(part);
    if (piece === undefined) return apply('""', parts.map(toExpression), budget);
    const last = folded.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') folded.splice(-1, 1, last + piece);
    else if (piece !== '') folded.push(piece);
  }
  const [first = '', second] = folded;
  if (second === undefined && typeof first === 'string') {
    budget.spend(first);
    return { kind: 'literal', value: first };
  }
  return { kind: 'template', parts: folded };
}

/** What stands in a template as it is. */
function pieceOf(part: Expression): string | Reference | undefined {
  if (part.kind === 'reference') return part.reference;
  if (part.kind !== 'literal' || part.value === null) return undefined;
  return String(part.value);
}

function toExpression(part: string | Expression): Expression {
  return typeof part === 'string' ? { kind: 'literal', value: part } : part;
}
