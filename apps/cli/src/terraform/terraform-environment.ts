import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { isAlive } from './is-alive';
import type { LocalFolders } from './local-folders';

/** What a running local cloud wrote, or where one would answer that is started without options. */
const DEFAULT_ORIGINS = { website: 'http://localhost:4200', api: 'http://localhost:4203' } as const;

/** Under which any `terraform` or `cdktf` finds the stand-in, and the stand-in its store. Nothing in it reaches a network. */
export function terraformEnvironment(
  { mirror, cliConfig, store, originsFile }: LocalFolders,
  base: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const origins = runningOrigins(originsFile) ?? DEFAULT_ORIGINS;
  return {
    ...base,
    TF_CLI_CONFIG_FILE: resolve(cliConfig),
    // cdktf locks providers first, and that asks the registry, whatever the configuration says.
    TF_CLI_ARGS_providers_lock: `-fs-mirror=${resolve(mirror)}`,
    CHECKPOINT_DISABLE: '1',
    // A cache of plugins would hand the stand-in to a real deployment later.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: 'true',
    TF_PLUGIN_CACHE_DIR: undefined,
    GATEHOUSE_APPLIED_STORE: resolve(store),
    GATEHOUSE_WEBSITE_ORIGIN: origins.website,
    GATEHOUSE_API_ORIGIN: origins.api,
  };
}

/** @returns where the local cloud answers that takes over what is applied; undefined where none runs */
export function runningOrigins(
  file: string,
): { readonly website: string; readonly api: string } | undefined {
  try {
    const { website, api, pid } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    // One that was killed left its file behind.
    const isRunning = typeof pid === 'number' && isAlive(pid);
    if (isRunning && typeof website === 'string' && typeof api === 'string')
      return { website, api };
  } catch {
    // No local cloud is running.
  }
  return undefined;
}
