import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { GetCredentialsForIdentityCommand, GetIdCommand } from '@aws-sdk/client-cognito-identity';
import type { AuthModel, RestApi, UserPool } from '@gatehouse/auth-model';

import type { StackSource } from '../../apps/local-cloud/src/boot/stack-source';
import { systemClock } from '../../apps/local-cloud/src/clock';
import { startLocalCloud, type LocalCloud } from '../../apps/local-cloud/src/local-cloud';
import {
  getCredentials,
  headerOf,
  identityPoolClient,
  sendCall,
  signCall,
  signIn,
  type Config,
  type Credentials,
} from './caller';

export const PASSWORD = 'Third8party!';

export interface Account {
  readonly username: string;
  readonly groups?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** Name of their user pool. */
  readonly pool?: string;
}

/** A third party's stack, played in this process on free ports. */
export interface ThirdPartyStack {
  readonly cloud: LocalCloud;
  readonly model: AuthModel;
  readonly log: readonly string[];
  stop(): Promise<void>;
  /** What a client of one pool is told, to call one stage. */
  configOf(to: { readonly stage?: string; readonly pool?: string }): Config;
  /** What an account, or a guest, signs with. */
  credentialsOf(account: Account | undefined): Promise<Credentials>;
}

/** @param accounts made at the start */
export async function startThirdParty(
  source: StackSource,
  accounts: readonly Account[],
): Promise<ThirdPartyStack> {
  const folder = mkdtempSync(join(tmpdir(), 'third-party-'));
  const seedFile = join(folder, 'seed.json');
  const users = accounts.map((account) => ({ ...account, password: PASSWORD }));
  writeFileSync(seedFile, JSON.stringify({ users }));
  const log: string[] = [];
  const cloud = await startLocalCloud({
    source,
    storeDir: undefined,
    dataDir: join(folder, 'data'),
    port: 0,
    host: 'localhost',
    ephemeral: true,
    reset: false,
    accountRate: undefined,
    seedFile,
    clock: systemClock,
    log: (line) => log.push(line),
  });
  const { model } = cloud;
  const configOf = (to: { stage?: string; pool?: string }): Config => toConfig(cloud, to);
  return {
    cloud,
    model,
    log,
    configOf,
    credentialsOf: async (account) => {
      if (account === undefined) return guestCredentials(configOf({}));
      const config = configOf(account);
      return getCredentials(config, (await signIn(config, account.username, PASSWORD)).idToken);
    },
    stop: async () => {
      await cloud.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function toConfig(
  { model, origins }: LocalCloud,
  { stage, pool }: { readonly stage?: string; readonly pool?: string },
): Config {
  const userPool = found(model.userPools, pool);
  const [client] = userPool.clients;
  const [identityPool] = model.identityPools;
  const stages = model.restApis.flatMap(stagesOf);
  return {
    region: model.region,
    userPoolId: userPool.id,
    userPoolClientId: client?.id ?? '',
    identityPoolId: identityPool?.id ?? '',
    apiUrl:
      (stage === undefined ? stages[0] : stages.find(({ name }) => name === stage))?.url ?? '',
    apiKey: '',
    userPoolEndpoint: origins.userPools,
    identityPoolEndpoint: origins.identityPools,
  };
}

function found(pools: readonly UserPool[], wanted: string | undefined): UserPool {
  const pool = wanted === undefined ? pools[0] : pools.find(({ name }) => name === wanted);
  if (pool === undefined) throw new Error(`the stack has no user pool ${wanted ?? ''}`);
  return pool;
}

/** `lantern-readings/live`, as the matrix names it where there are several. */
function stagesOf(api: RestApi): readonly { readonly name: string; readonly url: string }[] {
  return api.stages.map(({ name, invokeUrl }) => ({
    name: `${api.name}/${name}`,
    url: invokeUrl,
  }));
}

async function guestCredentials(config: Config): Promise<Credentials> {
  const client = identityPoolClient(config);
  const { IdentityId } = await client.send(
    new GetIdCommand({ IdentityPoolId: config.identityPoolId }),
  );
  const { Credentials: given } = await client.send(
    new GetCredentialsForIdentityCommand({ IdentityId }),
  );
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}

/** Whether the gateway let a call through, and what the function said. */
export interface Outcome {
  readonly allowed: boolean;
  /** Of the gateway's own refusal. */
  readonly errorType: string | undefined;
  readonly body: string;
}

/** Calls `GET /x` with these credentials, or unsigned. */
export async function call(
  config: Config,
  credentials: Credentials | undefined,
  route: string,
): Promise<Outcome> {
  const [method = '', path = ''] = route.split(' ');
  const signed =
    credentials === undefined
      ? { method, path, headers: {} }
      : signCall({ ...config, apiKey: undefined }, credentials, { method, path });
  const answer = await sendCall(config, signed);
  return {
    allowed: answer.status === 200,
    errorType: headerOf(answer, 'x-amzn-ErrorType'),
    body: answer.body,
  };
}

/** A path that the route stands for: `/trees/{id}` → `/trees/id`. */
export function concrete(route: string): string {
  return route.replaceAll(/\{([^}+]+)\}/g, '$1');
}
