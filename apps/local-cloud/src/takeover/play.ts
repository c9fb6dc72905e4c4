import type { AuthModel } from '@gatehouse/auth-model';

import { createExecuteApis, createNoExecuteApi } from '../api-gateway/execute-api';
import { createUsageLedger, type UsageLedger } from '../api-gateway/usage/usage-ledger';
import { placeStack, type Placed, type Placement } from '../boot/place-stack';
import { readModel } from '../boot/read-model';
import type { Stack } from '../boot/read-stack';
import type { Clock } from '../clock';
import { createCognitoIdentity } from '../cognito-identity/cognito-identity';
import { CredentialStore } from '../cognito-identity/credential-store';
import type { ProviderKeys } from '../cognito-identity/provider-keys';
import { createCognitoIdp } from '../cognito-idp/cognito-idp';
import { createIdpMemory, type IdpMemory } from '../cognito-idp/idp-memory';
import type { SeedUser } from '../cognito-idp/seed/parse-seed';
import type { SeededUser } from '../cognito-idp/seed/seed-users';
import type { Outbox } from '../cognito-idp/store/outbox';
import type { UserAdministration } from '../cognito-idp/user-administration';
import type { Service } from '../http/message';
import type { Origins, Services } from '../http/open-ports';
import { createLambda } from '../lambda/create-lambda';
import type { Lambda } from '../lambda/invocation';
import type { Log } from '../log';
import type { SiteOverlay } from '../s3/overlay-objects';
import { createS3Rest } from '../s3/rest/s3-rest';
import { openBuckets, type StackBucket } from '../s3/stack-buckets';
import { createNoWebsite, createWebsites } from '../s3/website';
import type { Database } from '../store/database';
import { withSts } from '../sts/sts';
import type { TraceRing } from '../trace/trace-ring';

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
  /** Of OpenID Connect providers outside the stack. */
  readonly providerKeys: readonly ProviderKeys[];
  readonly traces: TraceRing;
}

/** A stack understood, with all its files found; nothing has been written. */
export interface Opened {
  readonly stack: Stack;
  readonly model: AuthModel;
  readonly lambda: Lambda;
  /** Where its APIs and websites answer. */
  readonly places: Placement;
  readonly buckets: readonly StackBucket[];
  /** By host and port. */
  readonly websites: ReadonlyMap<string, Service>;
}

/** A stack whose services answer. */
export interface Played extends Opened {
  readonly services: Omit<Services, 'operator'>;
  /** What answers beyond the fixed ports, in their order. */
  readonly further: readonly Service[];
  readonly outbox: Outbox;
  readonly administration: UserAdministration;
  readonly usage: UsageLedger;
  /** When its usage plans began to count. */
  readonly sinceMs: number;
  /** The accounts of the seed file that a pool has. */
  readonly seedUsers: readonly SeededUser[];
}

export function createMemory(
  { clock }: Pick<Stage, 'clock'>,
  given: Pick<Memory, 'database' | 'seed' | 'accountRate' | 'traces' | 'providerKeys'>,
): Memory {
  return {
    ...given,
    idp: createIdpMemory(clock),
    credentials: new CredentialStore(given.database, clock),
    usage: createUsageLedger(),
  };
}

/**
 * @param further origins beyond the fixed ones, as many as the stack needs
 * @throws BootError when the stack cannot be played; nothing is left open then
 */
export function openStack(
  stack: Stack,
  { clock, log, origins, overlay }: Stage,
  further: readonly string[],
): Opened {
  const places = placeStack(stack.graph, origins, further);
  const { model, rewrite, ambiguous } = readModel(stack, places);
  for (const sentence of ambiguous) log(`addresses: ${sentence}`);
  const { assetsDir: stackFolder } = stack;
  // First, as they open nothing that would have to be closed again.
  const buckets = openBuckets({ model, stackFolder, clock, origins, rewrite });
  const websites = createWebsites({ model, buckets, log, ...(overlay && { overlay }) });
  const functionFile = overlay && { functionFile: overlay.functionFile };
  const { functions } = model;
  const lambda = createLambda({ functions, stackFolder, clock, log, ...functionFile });
  return { stack, model, lambda, places, buckets, websites };
}

/**
 * The services that decide, each asking the one before, and those that serve content.
 * @throws BootError for something of the stack that is not played here
 */
export function playStack(opened: Opened, { clock, log }: Stage, memory: Memory): Played {
  const { model, lambda, places, buckets, websites } = opened;
  const { database, credentials, usage, traces, seed, accountRate, providerKeys } = memory;
  const idp = createCognitoIdp({ model, clock, database, log, traces, memory: memory.idp });
  const { tokens } = idp;
  const identity = createCognitoIdentity({
    model,
    clock,
    database,
    tokens,
    credentials,
    traces,
    providerKeys,
  });
  const { openIdTokenKeys } = identity;
  const rate = accountRate !== undefined && { accountRate };
  const apis = createExecuteApis({
    model,
    clock,
    credentials,
    lambda,
    log,
    usage,
    traces,
    ...rate,
  });
  const noWebsite = createNoWebsite();
  const serviceAt = (place: Placed | undefined): Service | undefined =>
    place?.kind === 'api' ? apis.get(place.address) : websites.get(hostOf(place));
  return {
    ...opened,
    services: {
      website: serviceAt(places.first('website')) ?? noWebsite,
      userPools: idp.service,
      identityPools: withSts(identity.service, {
        model,
        clock,
        credentials,
        openIdTokenKeys,
        traces,
      }),
      api: serviceAt(places.first('api')) ?? createNoExecuteApi(clock),
      s3: createS3Rest({ model, buckets, credentials }),
    },
    further: places.further.map((place) => serviceAt(place) ?? noWebsite),
    outbox: idp.outbox,
    administration: idp.administration,
    usage,
    sinceMs: clock.now(),
    seedUsers: idp.seed(seed),
  };
}

function hostOf(place: Placed | undefined): string {
  return place === undefined ? '' : new URL(place.origin).host;
}

/** Ends the functions of a stack that is not played any more. What cannot be removed is a temporary folder, which the system empties. */
export async function discard({ lambda }: Pick<Opened, 'lambda'>): Promise<void> {
  await lambda.close().catch(() => undefined);
}
