import { parseArguments } from '../parse-arguments';
import { UsageError } from '../run-as-command';
import { namedStack, STACK_HELP, STACK_OPTIONS, type NamedStack } from './stack-options';

export const MATRIX_HELP = `Prints who can call which route of a stack, and why; or what changes between two stacks.

Usage: npm run matrix -- [--stack <path> | --env <name>] [--json]
       npm run matrix -- --base <path> --head <path> [--exit-code] [--json]

${STACK_HELP}
  --base <path>    what to compare with, as --stack …
  --head <path>    … and what is to be
  --exit-code      leave with 1 when anything changes
  --json           a list instead of a table: principal, route, allowed (null: cannot be told), reason;
                   grants without a route and routes nobody can call are in the table only
  --help           this text

Exit code: 0 printed, 1 changed (with --exit-code), 2 could not run.`;

export type MatrixOptions =
  | { readonly kind: 'help' }
  | ({ readonly kind: 'print'; readonly json: boolean } & NamedStack)
  | {
      readonly kind: 'compare';
      readonly base: string;
      readonly head: string;
      readonly json: boolean;
      readonly exitCode: boolean;
    };

/** @throws UsageError in one sentence */
export function parseMatrixOptions(argv: readonly string[]): MatrixOptions {
  const {
    base,
    head,
    json = false,
    help = false,
    'exit-code': exitCode = false,
    ...given
  } = parse(argv);
  if (help) return { kind: 'help' };
  if (base === undefined && head === undefined) {
    if (exitCode)
      throw new UsageError('--exit-code needs --base and --head: one stack alone cannot change.');
    return { kind: 'print', json, ...namedStack(given) };
  }
  if (base === undefined || head === undefined) {
    throw new UsageError(
      `--${base === undefined ? 'head' : 'base'} needs --${base === undefined ? 'base' : 'head'} beside it.`,
    );
  }
  const [one] = Object.keys(given);
  if (one !== undefined)
    throw new UsageError(`--${one} is for one stack: leave it out beside --base and --head.`);
  return { kind: 'compare', base, head, json, exitCode };
}

function parse(argv: readonly string[]) {
  const options = {
    ...STACK_OPTIONS,
    base: { type: 'string' },
    head: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    'exit-code': { type: 'boolean' },
  } as const;
  return parseArguments(argv, options, MATRIX_HELP).values;
}
