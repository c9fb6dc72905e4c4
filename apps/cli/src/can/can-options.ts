import type { CallQuestion } from '@gatehouse/auth-model';

import { namedStack, STACK_HELP, STACK_OPTIONS, type NamedStack } from '../matrix/stack-options';
import { parseArguments } from '../parse-arguments';
import { UsageError } from '../run-as-command';

export const CAN_HELP = `Says whether somebody can call a path of a stack, and why.

Usage: npm run can -- <principal> <METHOD> <path> [--stage <stage>] [--stack <path> | --env <name>] [--json]

  <principal>      guest, member, a group, several groups (admin+auditor), or another name of the matrix
  --stage <stage>  a stage by its name, or <api>/<stage> (default: every stage that has the path)
${STACK_HELP}
  --json           a list: principal, route, allowed (null: cannot be told), reason
  --help           this text

Exit code: 0 yes, 1 no, 2 it depends, cannot be told or could not run.`;

export interface CanOptions extends CallQuestion, NamedStack {
  readonly json: boolean;
}

/** @throws UsageError that says what is expected */
export function parseCanOptions(argv: readonly string[]): CanOptions | 'help' {
  const { values, positionals } = parseArguments(
    argv,
    {
      ...STACK_OPTIONS,
      stage: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    CAN_HELP,
    { takesWords: true },
  );
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
  return {
    principal,
    httpMethod: method.toUpperCase(),
    path,
    ...(values.stage !== undefined && { stage: values.stage }),
    ...namedStack(values),
    json: values.json ?? false,
  };
}
