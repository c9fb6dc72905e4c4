import { readFileSync } from 'node:fs';

import { AuthModelError, readAuthModel, type AuthModel } from '@gatehouse/auth-model';
import type { ResourceGraph } from '@gatehouse/terraform-json';

import { createExecuteApi } from './api-gateway/execute-api';
import { BootError } from './boot-error';
import { localAttributes } from './boot/local-attributes';
import { openDataDir, type DataDir } from './boot/data-dir';
import { readStack } from './boot/read-stack';
import type { Clock } from './clock';
import { createCognitoIdentity } from './cognito-identity/cognito-identity';
import { createCognitoIdp } from './cognito-idp/cognito-idp';
import { parseSeed, type SeedUser } from './cognito-idp/seed/parse-seed';
import type { Outbox } from './cognito-idp/store/outbox';
import type { Service } from './http/message';
import { openPorts, type Origins } from './http/open-ports';
import { createLambda } from './lambda/create-lambda';
import type { LambdaInvoker } from './lambda/invocation';
import type { Log } from './log';
import { maskSecrets } from './mask-secrets';
import { createOperator, type OperatorEndpoint } from './operator/operator-service';
import type { Options } from './options';
import { createWebsite } from './s3/website';
import { openDatabase, type Database } from './store/database';

export interface LocalCloudOptions extends Omit<Options, 'env'> {
  readonly clock: Clock;
  readonly log: Log;
  /** Content served in place of the stack's own, for `npm run dev`. @default the stack's own */
  readonly overlay?: ContentOverlay;
}

export interface ContentOverlay {
  /** A folder whose files stand in for the website's objects. */
  readonly siteDir: string;
  /** A module that stands in for the stack's one function. */
  readonly functionFile: string;
}

export interface LocalCloud {
  readonly origins: Origins;
  readonly model: AuthModel;
  readonly operatorTokenFile: string;
  /** The accounts of the seed file that the pool has. */
  readonly seedUsers: readonly SeedUser[];
  /** Ends workers, closes ports and database. */
  close(): Promise<void>;
}

/** What has been opened, to be closed in the opposite order: also when the rest of the start fails. */
type Closers = (() => unknown)[];

/**
 * Boots the services of a stack folder. Whatever can be refused is refused before anything is written.
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
  options: LocalCloudOptions,
  closers: Closers,
): Promise<Omit<LocalCloud, 'close'>> {
  const secrets: string[] = [];
  const masking = { ...options, log: maskSecrets(options.log, secrets) };
  const graph = readStack(options.stackDir);
  const seed = readSeed(options.seedFile);
  const ports = await openPorts(masking);
  closers.push(() => ports.close());
  const model = readModel(graph, ports.origins);
  secrets.push(...model.apiKeys.map(({ value }) => value));
  for (const { address, attribute, because } of model.unsupported) {
    masking.log(`not modelled: ${address} ${attribute}: ${because}`);
  }
  const content = openContent(masking, model, ports.origins, closers);
  // Nothing has been written so far; from here on, state is.
  const dataDir = openDataDir({ ...options, path: options.dataDir });
  closers.push(() => {
    dataDir.release();
  });
  const database = openStore(dataDir, closers);
  const { seedUsers, ...services } = createServices(
    { ...masking, ...content, model, database },
    seed,
  );
  const operator = createOperator(
    dataDir.operatorToken,
    operatorEndpoints(ports.origins, model, services.outbox),
  );
  ports.serve({ ...services, website: content.website, operator });
  const { operatorTokenFile } = dataDir;
  return { origins: ports.origins, model, operatorTokenFile, seedUsers };
}

interface Content {
  readonly lambda: LambdaInvoker;
  readonly website: Service;
}

/** What comes from the stack folder's assets, or from what stands in for them. */
function openContent(
  { stackDir: stackFolder, clock, log, overlay }: LocalCloudOptions,
  model: AuthModel,
  origins: Origins,
  closers: Closers,
): Content {
  const { functions } = model;
  const functionFile = overlay && { functionFile: overlay.functionFile };
  const lambda = createLambda({ functions, stackFolder, clock, log, ...functionFile });
  closers.push(() => lambda.close());
  const siteDir = overlay && { siteDir: overlay.siteDir };
  const website = createWebsite({ model, stackFolder, clock, origins, ...siteDir });
  return { lambda, website };
}

interface Surroundings
  extends Pick<LocalCloudOptions, 'clock' | 'log' | 'accountRate'>, Pick<Content, 'lambda'> {
  readonly model: AuthModel;
  readonly database: Database;
}

/** The three services that decide, each asking the one before. */
function createServices(
  { model, clock, log, database, lambda, accountRate }: Surroundings,
  seed: readonly SeedUser[],
) {
  const {
    service: userPools,
    tokens,
    outbox,
    seed: seedPools,
  } = createCognitoIdp({ model, clock, database, log });
  const { service: identityPools, credentials } = createCognitoIdentity({
    model,
    clock,
    database,
    tokens,
  });
  const rate = accountRate !== undefined && { accountRate };
  const api = createExecuteApi({ model, clock, credentials, lambda, log, ...rate });
  return { userPools, identityPools, api, outbox, seedUsers: seedPools(seed) };
}

function operatorEndpoints(
  origins: Origins,
  model: AuthModel,
  outbox: Outbox,
): readonly OperatorEndpoint[] {
  const { notModelled, unsupported } = model;
  return [
    { path: '/outbox', summary: 'mail that was sent, newest first', read: () => outbox.list() },
    {
      path: '/stack',
      summary: 'where services answer, and what the stack has that is not modelled',
      read: () => ({ origins, notModelled, unsupported }),
    },
  ];
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

function readModel(graph: ResourceGraph, origins: Origins): AuthModel {
  try {
    return readAuthModel(graph, localAttributes(origins));
  } catch (cause) {
    if (cause instanceof AuthModelError) throw new BootError(cause.code, cause.message, { cause });
    throw cause;
  }
}

function openStore(dataDir: DataDir, closers: Closers): Database {
  const database = openDatabase(dataDir.databaseFile);
  closers.push(() => {
    database.close();
  });
  return database;
}
