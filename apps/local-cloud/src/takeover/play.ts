import type { AuthModel } from '@gatehouse/auth-model';

import { createExecuteApi } from '../api-gateway/execute-api';
import { createUsageLedger, type UsageLedger } from '../api-gateway/usage/usage-ledger';
import { readModel } from '../boot/read-model';
import type { Stack } from '../boot/read-stack';
import type { Clock } from '../clock';
import { createCognitoIdentity } from '../cognito-identity/cognito-identity';
import { CredentialStore } from '../cognito-identity/credential-store';
import { createCognitoIdp } from '../cognito-idp/cognito-idp';
import { createIdpMemory, type IdpMemory } from '../cognito-idp/idp-memory';
import type { SeedUser } from '../cognito-idp/seed/parse-seed';
import type { Outbox } from '../cognito-idp/store/outbox';
import type { Service } from '../http/message';
import type { Origins, Services } from '../http/open-ports';
import { createLambda } from '../lambda/create-lambda';
import type { Lambda } from '../lambda/invocation';
import type { Log } from '../log';
import type { SiteOverlay } from '../s3/overlay-objects';
import { createWebsite } from '../s3/website';
import type { Database } from '../store/database';

/** A folder whose files stand in for the website's objects, and a function. */
export interface ContentOverlay extends SiteOverlay {
  /** A module that stands in for the stack's one function. */
  readonly functionFile: string;
}

/** What every stack is played with. */
export interface Stage {
  readonly clock: Clock;
  readonly log: Log;
  readonly origins: Origins;
  readonly overlay?: ContentOverlay;
}

/** What outlives a stack: it is carried on by the next. */
export interface Memory {
  readonly database: Database;
  readonly idp: IdpMemory;
  readonly credentials: CredentialStore;
  readonly usage: UsageLedger;
  readonly seed: readonly SeedUser[];
  readonly accountRate: number | undefined;
}

/** A stack understood, with all its files found; nothing has been written. */
export interface Opened {
  readonly stack: Stack;
  readonly model: AuthModel;
  readonly lambda: Lambda;
  readonly website: Service;
}

/** A stack whose services answer. */
export interface Played extends Opened {
  readonly services: Omit<Services, 'operator'>;
  readonly outbox: Outbox;
  /** The accounts of the seed file that a pool has. */
  readonly seedUsers: readonly SeedUser[];
}

export function createMemory(
  { clock }: Pick<Stage, 'clock'>,
  given: Pick<Memory, 'database' | 'seed' | 'accountRate'>,
): Memory {
  return {
    ...given,
    idp: createIdpMemory(clock),
    credentials: new CredentialStore(given.database, clock),
    usage: createUsageLedger(),
  };
}

/** @throws BootError when the stack cannot be played; nothing is left open then */
export function openStack(stack: Stack, { clock, log, origins, overlay }: Stage): Opened {
  const { model, rewrite } = readModel(stack, origins);
  const stackFolder = stack.assetsDir;
  const functionFile = overlay && { functionFile: overlay.functionFile };
  // First, as it opens nothing that would have to be closed again.
  const website = createWebsite({
    model,
    stackFolder,
    clock,
    log,
    origins,
    rewrite,
    ...(overlay && { overlay }),
  });
  const { functions } = model;
  const lambda = createLambda({ functions, stackFolder, clock, log, ...functionFile });
  return { stack, model, lambda, website };
}

/**
 * The three services that decide, each asking the one before, and the two that serve content.
 * @throws BootError for something of the stack that is not played here
 */
export function playStack(opened: Opened, { clock, log }: Stage, memory: Memory): Played {
  const { model, lambda, website } = opened;
  const { database, credentials, usage, seed, accountRate } = memory;
  const idp = createCognitoIdp({ model, clock, database, log, memory: memory.idp });
  const { tokens } = idp;
  const identity = createCognitoIdentity({ model, clock, database, tokens, credentials });
  const rate = accountRate !== undefined && { accountRate };
  const api = createExecuteApi({ model, clock, credentials, lambda, log, usage, ...rate });
  return {
    ...opened,
    services: { website, userPools: idp.service, identityPools: identity.service, api },
    outbox: idp.outbox,
    seedUsers: idp.seed(seed),
  };
}

/** Ends the functions of a stack that is not played any more. What cannot be removed is a temporary folder, which the system empties. */
export async function discard({ lambda }: Pick<Opened, 'lambda'>): Promise<void> {
  await lambda.close().catch(() => undefined);
}
