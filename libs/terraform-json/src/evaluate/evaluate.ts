import type { Expression } from '../expression';
import { isAboutFiles } from '../functions/functions';
import { SyntaxProblem, type Syntax } from '../hcl/syntax';
import { apply } from './apply';
import { evaluateFor, itemsOf } from './for-each-item';
import { joinText } from './join-text';
import { evaluateName } from './names';
import { withBindings, type Scope } from './scope';
import { takeStep } from './steps';

/**
 * Works an expression out as far as the file says: what is left are references to resources, and functions of them.
 * @throws SyntaxProblem for whatever cannot be read here
 */
export function evaluate(syntax: Syntax, scope: Scope): Expression {
  const { budget } = scope;
  budget.spend(syntax);
  switch (syntax.kind) {
    case 'literal':
      return syntax;
    case 'template': {
      const parts = syntax.parts.map((part) =>
        typeof part === 'string' ? part : evaluate(part, scope),
      );
      return joinText(parts, budget);
    }
    case 'name':
      return evaluateName(syntax, scope) ?? notAValue(syntax.name);
    case 'attribute': {
      const key = { kind: 'literal', value: syntax.name } as const;
      return evaluateName(syntax, scope) ?? takeStep(evaluate(syntax.of, scope), key, budget);
    }
    case 'index':
      return takeStep(evaluate(syntax.of, scope), evaluate(syntax.key, scope), budget);
    case 'splat':
      return evaluateSplat(syntax, scope);
    case 'list':
      return { kind: 'list', items: syntax.items.map((item) => evaluate(item, scope)) };
    case 'object':
      return evaluateObject(syntax, scope);
    case 'for':
      return evaluateFor(syntax, scope, evaluate);
    case 'call':
      return evaluateCall(syntax, scope);
  }
}

function notAValue(name: string): never {
  throw new SyntaxProblem(`${name} is no value`);
}

function evaluateSplat({ of, each }: Extract<Syntax, { kind: 'splat' }>, scope: Scope): Expression {
  const over = evaluate(of, scope);
  const isAbsent = over.kind === 'literal' && over.value === null;
  // A splat of what is no list is a list of it alone.
  const items = over.kind === 'list' ? over.items : isAbsent ? [] : [over];
  return {
    kind: 'list',
    items: items.map((item) => evaluate(each, withBindings(scope, { '*': item }))),
  };
}

function evaluateObject(
  { entries }: Extract<Syntax, { kind: 'object' }>,
  scope: Scope,
): Expression {
  const evaluated = entries.map(([key, value]): [string, Expression] => [
    settledText(evaluate(key, scope)),
    evaluate(value, scope),
  ]);
  return { kind: 'object', entries: Object.fromEntries(evaluated) };
}

/** Keys must be known: what is under which name decides what is read. */
function settledText(key: Expression): string {
  if (key.kind === 'literal' && key.value !== null) return String(key.value);
  throw new SyntaxProblem('a key is known only after apply');
}

function evaluateCall(
  { name, args, spread }: Extract<Syntax, { kind: 'call' }>,
  scope: Scope,
): Expression {
  if (name === '?:') return chooseBranch(args, scope);
  if (name === 'try' || name === 'can') return attempt(name, args, scope);
  if (isAboutFiles(name)) return { kind: 'unknown', because: `${name} reads a file` };
  const evaluated = args.map((arg) => evaluate(arg, scope));
  const last = spread ? evaluated.pop() : undefined;
  const rest = last === undefined ? [] : itemsOf(last).map(({ value }) => value);
  return apply(name, [...evaluated, ...rest], scope.budget);
}

/** The branch that is not chosen is not looked at. */
function chooseBranch(args: readonly Syntax[], scope: Scope): Expression {
  const [condition, yes, no] = args;
  if (condition === undefined || yes === undefined || no === undefined) return notAValue('?:');
  const asked = evaluate(condition, scope);
  if (asked.kind !== 'literal')
    return { kind: 'call', name: '?:', args: [asked, evaluate(yes, scope), evaluate(no, scope)] };
  if (asked.value === true || asked.value === 'true') return evaluate(yes, scope);
  if (asked.value === false || asked.value === 'false') return evaluate(no, scope);
  throw new SyntaxProblem('the condition is neither true nor false');
}

function attempt(name: 'try' | 'can', args: readonly Syntax[], scope: Scope): Expression {
  for (const arg of args) {
    try {
      const value = evaluate(arg, scope);
      return name === 'can' ? { kind: 'literal', value: true } : value;
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
    }
  }
  if (name === 'can') return { kind: 'literal', value: false };
  throw new SyntaxProblem('no argument of try can be worked out');
}
