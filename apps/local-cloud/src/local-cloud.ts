import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { openAppliedStore, type AppliedStore } from '@gatehouse/applied-store';
import type { AuthModel } from '@gatehouse/auth-model';

import { BootError } from './boot-error';
import { openDataDir, type DataDir } from './boot/data-dir';
import { writeOriginsFile, writeRunningFile } from './boot/origins-file';
import { countFurther, type Placed } from './boot/place-stack';
import { readStack } from './boot/read-stack';
import type { Clock } from './clock';
import { readProviderKeys } from './cognito-identity/provider-keys';
import { parseSeed, type SeedUser } from './cognito-idp/seed/parse-seed';
import type { SeededUser } from './cognito-idp/seed/seed-users';
import { openPorts, type OpenPorts, type Origins } from './http/open-ports';
import { openLab, type Lab } from './lab/lab';
import { withFaults } from './lab/with-faults';
import type { Log } from './log';
import { maskSecrets, maskText } from './mask-secrets';
import { createConsoleFiles } from './operator/console-files';
import type { Operated } from './operator/operated';
import { operatorEndpoints } from './operator/operator-endpoints';
import { createOperator } from './operator/operator-service';
import type { Options } from './options';
import { openDatabase, type Database } from './store/database';
import { TraceRing } from './trace/trace-ring';
import {
  createMemory,
  openStack,
  playStack,
  type ContentOverlay,
  type Opened,
  type Stage,
} from './takeover/play';
import { Serving } from './takeover/serving';
import { createTakeovers, type Takeovers } from './takeover/take-over';
import { watchStore, type Surroundings } from './takeover/watch-store';

export type { ContentOverlay };

export interface LocalCloudOptions extends Omit<Options, 'env' | 'lab'> {
  /** @default false */
  readonly lab?: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Content served in place of the stack's own, for `npm run dev`. @default the stack's own */
  readonly overlay?: ContentOverlay;
  /** Where the built console lies. @default nowhere: its page says how to build it */
  readonly consoleDir?: string;
  /** How changes of the applied store are noticed. @default the file system and time themselves */
  readonly surroundings?: Surroundings;
}

export interface LocalCloud {
  readonly origins: Origins;
  /** APIs and websites of the start beyond the first of each, in the order of their ports. */
  readonly further: readonly Placed[];
  /** Of the start; what is applied later is taken over without it. */
  readonly model: AuthModel;
  /** What is played, in words, where it is not what was synthesized. */
  readonly instead?: string;
  readonly operatorTokenFile: string;
  /** Opens the console, with the token in it: a secret of whoever reads that file. */
  readonly consoleLink: string;
  /** The accounts of the seed file that the pool has. */
  readonly seedUsers: readonly SeededUser[];
  /** Ends workers, closes ports and database. */
  close(): Promise<void>;
}

/** What has been opened, to be closed in the opposite order: also when the rest of the start fails. */
type Closers = (() => unknown)[];

/**
 * Boots the services of a stack. Whatever can be refused is refused before anything is written.
 * @throws BootError with one sentence for a person.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const closers: Closers = [];
  const close = async (): Promise<void> => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await boot(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function boot(
  given: LocalCloudOptions,
  closers: Closers,
): Promise<Omit<LocalCloud, 'close'>> {
  const lab = given.lab === true ? openLab(given.clock) : undefined;
  const options = lab === undefined ? given : { ...given, clock: lab.clock };
  const secrets: string[] = [];
  const masking = { ...options, log: maskSecrets(options.log, secrets) };
  const store = options.storeDir === undefined ? undefined : openAppliedStore(options.storeDir);
  // Before the stack is read: what is applied meanwhile is taken over afterwards.
  const generation = store?.generation();
  const stack = readStack(options.source);
  const seed = readSeed(options.seedFile);
  const providerKeys = (options.oidc ?? []).map(readProviderKeys);
  const ports = await openPorts(masking);
  closers.push(() => ports.close());
  await ports.openFurther(countFurther(stack.graph));
  const stage: Stage = { ...masking, origins: ports.origins };
  const opened = openStack(stack, stage, ports.further);
  closers.push(() => opened.lambda.close());
  const onOpened = ({ model: { apiKeys } }: Opened): void => {
    secrets.push(...apiKeys.map(({ value }) => value).filter((key) => !secrets.includes(key)));
  };
  onOpened(opened);
  logUnsupported(opened.model, stage.log);
  // Nothing has been written so far; from here on, state is.
  const dataDir = openDataDir({ ...options, path: options.dataDir });
  closers.push(() => {
    dataDir.release();
  });
  const database = openStore(dataDir, options.ephemeral, closers);
  const traces = new TraceRing((text) => maskText(text, secrets));
  const memory = createMemory(stage, { ...options, database, seed, traces, providerKeys });
  const played = playStack(opened, stage, memory);
  const serving = openServing(ports, dataDir, { ...options, traces, lab });
  closers.push(() => serving.close());
  serving.serve(played);
  closers.push(writeRunningFile(dataDir.path, ports.origins));
  if (store !== undefined) {
    const storeDir = store.folder;
    const takeovers = createTakeovers({ storeDir, stage, ports, serving, memory, onOpened });
    closers.push(...follow(store, generation, takeovers, { ...options, origins: ports.origins }));
  }
  const { operatorTokenFile, operatorToken } = dataDir;
  const consoleLink = `${ports.origins.operator}/#token=${operatorToken}`;
  const { model, seedUsers } = played;
  const instead = stack.kind !== 'synthesized' && { instead: stack.words };
  const { origins } = ports;
  const { further } = played.places;
  return { origins, further, model, operatorTokenFile, consoleLink, seedUsers, ...instead };
}

/** What is served comes and goes; the operator port always answers of what is. */
function openServing(
  ports: OpenPorts,
  { operatorToken }: DataDir,
  {
    clock,
    consoleDir,
    traces,
    lab,
  }: Pick<LocalCloudOptions, 'clock' | 'consoleDir'> &
    Pick<Operated, 'traces'> & { readonly lab: Lab | undefined },
): Serving {
  const { origins } = ports;
  const endpoints = operatorEndpoints({
    origins,
    clock,
    traces,
    played: () => serving.played,
    ...(lab && { lab }),
  });
  const operator = createOperator(operatorToken, endpoints, createConsoleFiles(consoleDir));
  const serving: Serving = new Serving(
    ports,
    operator,
    lab && ((service) => withFaults(service, { faults: lab.faults, wait: sleep })),
  );
  return serving;
}

/** @returns what ends the following */
function follow(
  store: AppliedStore,
  generation: string | undefined,
  takeovers: Takeovers,
  { surroundings, origins }: Pick<LocalCloudOptions, 'surroundings'> & Pick<Stage, 'origins'>,
): Closers {
  return [
    // What is under way ends after nothing more can begin.
    () => takeovers.idle(),
    writeOriginsFile(store.folder, origins),
    watchStore(
      store,
      generation,
      () => {
        takeovers.begin();
      },
      surroundings,
    ),
  ];
}

function logUnsupported({ unsupported }: AuthModel, log: Log): void {
  for (const { address, attribute, because } of unsupported) {
    log(`not modelled: ${address} ${attribute}: ${because}`);
  }
}

function readSeed(file: string | undefined): readonly SeedUser[] {
  if (file === undefined) return [];
  try {
    return parseSeed(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof BootError) throw cause;
    throw new BootError(
      'ERR_SEED_UNREADABLE',
      `The seed file ${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)}). Name another with --seed, or start with --no-seed.`,
      { cause },
    );
  }
}

function openStore(dataDir: DataDir, ephemeral: boolean, closers: Closers): Database {
  const database = openDatabase(dataDir.databaseFile, { outlivesMachine: !ephemeral });
  closers.push(() => {
    database.close();
  });
  return database;
}
