import type { Expression } from '../expression';
import { SyntaxProblem, type Syntax } from '../hcl/syntax';
import type { Scope } from './scope';

/** How many words name something, by the first; of a resource it is two: its type and its name. */
const WORDS: Readonly<Record<string, number>> = { data: 3 };

const ELSEWHERE: Readonly<Record<string, string>> = {
  module: 'modules are not read',
  self: 'self means something in a provisioner or a condition only',
};

/**
 * What `var.a`, `local.a`, `path.module`, `type.name`, `data.type.name` or a bound name stands for.
 * @returns undefined for a name with further steps behind it
 * @throws SyntaxProblem for a name that stands for nothing
 */
export function evaluateName(syntax: Syntax, scope: Scope): Expression | undefined {
  const words = wordsOf(syntax);
  const [root, name] = words ?? [];
  if (words === undefined || root === undefined) return undefined;
  const bound = scope.bindings.get(root);
  if (bound !== undefined) return words.length === 1 ? bound : undefined;
  if (Object.hasOwn(ELSEWHERE, root)) throw new SyntaxProblem(ELSEWHERE[root] ?? '');
  const wanted = Object.hasOwn(WORDS, root) ? (WORDS[root] ?? 2) : 2;
  if (words.length > wanted) return undefined;
  if (words.length < wanted || name === undefined)
    throw new SyntaxProblem(`${words.join('.')} alone is no value`);
  return named(root, name, words, scope);
}

function named(root: string, name: string, words: readonly string[], scope: Scope): Expression {
  switch (root) {
    case 'var':
      return scope.names.variable(name);
    case 'local':
      return scope.names.local(name);
    case 'path':
      return pathOf(name);
    case 'terraform':
      if (name === 'workspace') return { kind: 'literal', value: 'default' };
      throw new SyntaxProblem(`terraform.${name} is not read`);
    case 'each':
    case 'count':
      throw new SyntaxProblem(
        `${root} means something in a resource that has several instances only`,
      );
    default:
      return scope.names.resource(words.join('.'));
  }
}

/** Files are looked for in the folder of the stack. */
function pathOf(name: string): Expression {
  if (name === 'module' || name === 'root') return { kind: 'literal', value: '.' };
  throw new SyntaxProblem(`path.${name} is not read`);
}

/** `a.b.c` → its words; anything else is no name. */
function wordsOf(syntax: Syntax): readonly string[] | undefined {
  if (syntax.kind === 'name') return [syntax.name];
  if (syntax.kind !== 'attribute') return undefined;
  const before = wordsOf(syntax.of);
  return before && [...before, syntax.name];
}
