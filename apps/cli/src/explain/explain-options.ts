import { parseArguments } from '../parse-arguments';
import { UsageError } from '../run-as-command';

export const EXPLAIN_HELP = `Says why the running local cloud answered a request as it did: the step that decided, and every one before it.

Usage: npm run explain -- [<requestId>] [--data-dir <dir> | --port <base>] [--json]

  <requestId>        x-amzn-RequestId of the answer, as the client and the log of npm start show it
                     (default: the newest request of all)
  --last             the newest request, said aloud
  --data-dir <dir>   of the local cloud that answered (default: any that runs from .gatehouse/)
  --port <base>      the first of its six ports, where several run or one runs with --ephemeral
  --json             the trace as JSON
  --help             this text

Exit code: 0 explained, 1 no such request is remembered, 2 could not ask.`;

export interface ExplainOptions {
  /** Absent: the newest. */
  readonly requestId: string | undefined;
  readonly dataDir: string | undefined;
  readonly port: number | undefined;
  readonly json: boolean;
}

/** @throws UsageError that says what is expected */
export function parseExplainOptions(argv: readonly string[]): ExplainOptions | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help === true) return 'help';
  const [requestId, ...rest] = positionals;
  if (rest.length > 0) throw usage(`One request id at a time, not ${positionals.length}.`);
  if (requestId !== undefined && values.last === true)
    throw usage('--last is the newest request, whatever its id: leave one of the two out.');
  if (requestId !== undefined && !/^[\w-]{1,64}$/.test(requestId))
    throw usage(`${JSON.stringify(requestId)} is no request id.`);
  if (values['data-dir'] !== undefined && values.port !== undefined)
    throw usage('--data-dir and --port both name a local cloud: leave one out.');
  return {
    requestId,
    dataDir: values['data-dir'],
    port: values.port === undefined ? undefined : parsePort(values.port),
    json: values.json ?? false,
  };
}

function parsePort(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw usage(`--port takes the number of a port, not ${JSON.stringify(text)}.`);
}

function parse(argv: readonly string[]) {
  const options = {
    last: { type: 'boolean' },
    'data-dir': { type: 'string' },
    port: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  return parseArguments(argv, options, EXPLAIN_HELP, { takesWords: true });
}

function usage(problem: string): UsageError {
  return new UsageError(`${problem}\n\n${EXPLAIN_HELP}`);
}
