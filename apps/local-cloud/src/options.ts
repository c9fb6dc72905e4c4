import { parseArgs } from 'node:util';

import { BootError } from './boot-error';
import { parseSource, type StackSource } from './boot/stack-source';
import { parseProviderKeys, type GivenProviderKeys } from './cognito-identity/provider-keys';
import { MAX_PORT, ORIGIN_NAMES } from './http/open-ports';

/** What a person may choose at the command line. */
export interface Options {
  readonly env: string;
  /** First of six neighbouring ports, which further APIs and websites follow; 0 picks free ones. */
  readonly port: number;
  /** The name the addresses carry, besides which the loopback names always work. */
  readonly host: string;
  /** What is played. */
  readonly source: StackSource;
  /** The applied store whose changes are taken over while we run; absent: none. */
  readonly storeDir: string | undefined;
  readonly dataDir: string;
  readonly ephemeral: boolean;
  readonly reset: boolean;
  /** The clock can be moved and faults be ordered, through the operator port. */
  readonly lab: boolean;
  /** Requests a second of the whole account. Absent: AWS's own default. */
  readonly accountRate: number | undefined;
  /** Where the keys of OpenID Connect providers are. @default nowhere: their tokens are refused */
  readonly oidc?: readonly GivenProviderKeys[];
  /** Absent: `--no-seed`. */
  readonly seedFile: string | undefined;
}

/** Users and sessions of one are no use to another. */
const DATA_DIR_SUFFIX = { synthesized: '', applied: '-applied', state: '-state' } as const;

const MAX_BASE_PORT = MAX_PORT - (ORIGIN_NAMES.length - 1);

/**
 * Reads the command line.
 * @param argv without the program's name.
 * @returns `help` when that is what was asked for.
 * @throws BootError `ERR_OPTION_INVALID` for anything it does not know.
 */
export function parseOptions(argv: readonly string[]): Options | 'help' {
  const given = parse(argv);
  if (given.help === true) return 'help';
  const env = given.env ?? 'dev';
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(env))
    throw invalid(`--env takes a name such as dev or prod, not ${JSON.stringify(env)}`);
  if (given.ephemeral === true && given['data-dir'] !== undefined)
    throw invalid('--ephemeral keeps nothing, so it takes no --data-dir');
  if (given['no-seed'] === true && given.seed !== undefined)
    throw invalid('--seed and --no-seed contradict each other');
  const source = parseSource(given, env, invalid);
  return {
    env,
    source: source.played,
    storeDir: source.storeDir,
    port: parsePort(given.port ?? '4200'),
    accountRate: given['account-rate'] === undefined ? undefined : parseRate(given['account-rate']),
    ...(given.oidc && { oidc: given.oidc.map((text) => parseProviderKeys(text, invalid)) }),
    host: parseHost(given.host ?? 'localhost'),
    dataDir: given['data-dir'] ?? `.gatehouse/${env}${DATA_DIR_SUFFIX[source.played.kind]}`,
    ephemeral: given.ephemeral ?? false,
    reset: given.reset ?? false,
    lab: given.lab ?? false,
    seedFile: given['no-seed'] === true ? undefined : (given.seed ?? 'apps/local-cloud/seed.json'),
  };
}

function parse(argv: readonly string[]): ReturnType<typeof parseKnown> {
  try {
    return parseKnown(argv);
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function parseKnown(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options: {
      env: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      stack: { type: 'string' },
      applied: { type: 'boolean' },
      state: { type: 'string' },
      assets: { type: 'string' },
      'account-rate': { type: 'string' },
      oidc: { type: 'string', multiple: true },
      'data-dir': { type: 'string' },
      ephemeral: { type: 'boolean' },
      reset: { type: 'boolean' },
      lab: { type: 'boolean' },
      seed: { type: 'string' },
      'no-seed': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > MAX_BASE_PORT) {
    throw invalid(
      `--port takes a number from 0 to ${MAX_BASE_PORT} (five more ports follow it), not ${JSON.stringify(text)}`,
    );
  }
  return port;
}

function parseRate(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw invalid(
      `--account-rate takes a number of requests a second, not ${JSON.stringify(text)}`,
    );
  }
  return Number(text);
}

function parseHost(text: string): string {
  const host = text.toLowerCase();
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host))
    throw invalid(`--host takes a host name without port, not ${JSON.stringify(text)}`);
  return host;
}

function invalid(what: string, cause?: unknown): BootError {
  return new BootError('ERR_OPTION_INVALID', `${what}. See npm start -- --help.`, { cause });
}
