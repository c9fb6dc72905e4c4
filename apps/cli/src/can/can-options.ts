import { parseArgs } from 'node:util';

import type { CallQuestion } from '@gatehouse/auth-model';

import { UsageError } from '../run-as-command';

export const CAN_HELP = `Says whether somebody can call a path of a stack, and why.

Usage: npm run can -- <principal> <METHOD> <path> [--stack <file> | --env <name>] [--json]

  <principal>      guest, member, a group, several groups (admin+auditor), or another name of the matrix
  --stack <file>   a synthesized cdk.tf.json, its folder, or a state that terraform show -json printed
  --env <name>     the synthesized stack of this environment (default: dev)
  --json           a list: principal, route, allowed (null: cannot be told), reason
  --help           this text

Exit code: 0 yes, 1 no, 2 cannot be told or could not run.`;

export interface CanOptions extends CallQuestion {
  readonly stack: string;
  /** One of this repository, which may be older than its sources. */
  readonly isOurs: boolean;
  readonly json: boolean;
}

/** @throws UsageError that says what is expected */
export function parseCanOptions(argv: readonly string[]): CanOptions | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help === true) return 'help';
  const [principal, method, path, ...rest] = positionals;
  if (
    principal === undefined ||
    method === undefined ||
    !path?.startsWith('/') ||
    rest.length > 0
  ) {
    throw new UsageError(
      `Expected <principal> <METHOD> </path>, got "${positionals.join(' ')}".\n\n${CAN_HELP}`,
    );
  }
  if (values.stack !== undefined && values.env !== undefined)
    throw new UsageError('--stack and --env both name a stack: leave one out.');
  const env = values.env ?? 'dev';
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(env))
    throw new UsageError(`--env takes a name such as dev or prod, not ${JSON.stringify(env)}.`);
  return {
    principal,
    httpMethod: method.toUpperCase(),
    path,
    isOurs: values.stack === undefined,
    stack: values.stack ?? `cdktf.out/stacks/gatehouse-${env}/cdk.tf.json`,
    json: values.json ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        stack: { type: 'string' },
        env: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}\n\n${CAN_HELP}`,
    );
  }
}
