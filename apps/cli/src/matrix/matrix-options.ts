import { parseArgs } from 'node:util';

import { UsageError } from '../run-as-command';

export const DEFAULT_STACK = 'cdktf.out/stacks/gatehouse-dev/cdk.tf.json';

export const MATRIX_HELP = `Prints who can call which route of a stack, and why; or what changes between two stacks.

Usage: npm run matrix -- [--stack <file>] [--json]
       npm run matrix -- --base <file> --head <file> [--exit-code] [--json]

  --stack <file>   a synthesized cdk.tf.json, its folder (default ${DEFAULT_STACK}),
                   or a state that terraform show -json printed
  --base <file>    what to compare with …
  --head <file>    … and what is to be
  --exit-code      leave with 1 when anything changes
  --json           a list instead of a table: principal, route, allowed (null: cannot be told), reason;
                   grants without a route and routes nobody can call are in the table only
  --help           this text

Exit code: 0 printed, 1 changed (with --exit-code), 2 could not run.`;

export type MatrixOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'print'; readonly stack: string | undefined; readonly json: boolean }
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
    stack,
    json = false,
    help = false,
    'exit-code': exitCode = false,
  } = parse(argv);
  if (help) return { kind: 'help' };
  if (base === undefined && head === undefined) {
    if (exitCode)
      throw new UsageError('--exit-code needs --base and --head: one stack alone cannot change.');
    return { kind: 'print', stack, json };
  }
  if (base === undefined || head === undefined) {
    throw new UsageError(
      `--${base === undefined ? 'head' : 'base'} needs --${base === undefined ? 'base' : 'head'} beside it.`,
    );
  }
  if (stack !== undefined)
    throw new UsageError('--stack is for one stack: leave it out beside --base and --head.');
  return { kind: 'compare', base, head, json, exitCode };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        base: { type: 'string' },
        head: { type: 'string' },
        stack: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
        'exit-code': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\n\n${MATRIX_HELP}`,
    );
  }
}
