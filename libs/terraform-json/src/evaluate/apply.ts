import type { Expression } from '../expression';
import {
  ArgumentProblem,
  contentOf,
  isList,
  isMap,
  isOpaque,
  NotKnownYet,
  opaque,
  type Argument,
} from '../functions/argument';
import { findFunction } from '../functions/functions';
import { SyntaxProblem } from '../hcl/syntax';
import type { Budget } from './scope';

/**
 * Applies a function at once where its arguments say enough, and leaves it to be applied when all of them are known otherwise.
 * @throws SyntaxProblem for a function that is not there, and for arguments that it does not take
 */
export function apply(name: string, args: readonly Expression[], budget: Budget): Expression {
  const fn = findFunction(name);
  if (fn === undefined) throw new SyntaxProblem(`the function ${name} is not among those that are`);
  try {
    return toExpression(fn(...args.map((arg) => toArgument(arg, budget))), budget);
  } catch (error) {
    if (error instanceof NotKnownYet) return { kind: 'call', name, args };
    if (error instanceof ArgumentProblem) throw new SyntaxProblem(`${name}: ${error.message}`);
    throw error;
  }
}

function toArgument(expression: Expression, budget: Budget): Argument {
  budget.spend(expression);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.map((item) => toArgument(item, budget));
    case 'object':
      return Object.fromEntries(
        Object.entries(expression.entries).map(([key, value]) => [key, toArgument(value, budget)]),
      );
    default:
      return opaque(expression);
  }
}

function toExpression(value: Argument, budget: Budget): Expression {
  budget.spend(value);
  // Only `toArgument` makes them.
  if (isOpaque(value)) return contentOf(value) as Expression;
  if (isList(value))
    return { kind: 'list', items: value.map((item) => toExpression(item, budget)) };
  if (!isMap(value)) return { kind: 'literal', value };
  const entries = Object.entries(value).map(
    ([key, inside]) => [key, toExpression(inside, budget)] as const,
  );
  return { kind: 'object', entries: Object.fromEntries(entries) };
}
