import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { contentType } from 'mime-types';

import { buildStale } from './build';
import { loadLocalCloud } from './local-cloud-program';
import { runAsCommand } from './run-as-command';
import { CommandFailed } from './run-command';
import { STACK_SOURCES, watchStackSources } from './watch-stack-sources';

/** Builds for development stay out of `dist/client`, which `cdktf deploy` would upload. */
const DEV_SITE = 'dist/dev/client';
const SITE_INDEX = `${DEV_SITE}/browser/index.html`;
const FUNCTION_FILE = 'dist/api/index.mjs';
const LOOK_EVERY_MS = 100;

const WATCHERS = [
  ['ng', 'build', 'client', '--watch', '--configuration=development', `--output-path=${DEV_SITE}`],
  ['tsx', 'apps/api/build.ts', '--watch'],
] as const;

/** `npm run dev`: as `npm start`, with client and Lambda rebuilt on change and served live. No new synthesis for content. */
await runAsCommand(async (argv) => {
  const { HELP, parseOptions, run } = await loadLocalCloud();
  const options = parseOptions(argv);
  if (options === 'help') {
    console.log(HELP.replace('npm start', 'npm run dev'));
    return;
  }
  await buildStale(['console', 'api', 'client', 'stacks']);
  rmSync(DEV_SITE, { recursive: true, force: true });
  const watchers = WATCHERS.map(startWatcher);
  const stopWatching = watchStackSources(STACK_SOURCES, (line) => {
    console.log(line);
  });
  try {
    await siteBuilt(watchers);
    await run(options, {
      siteDir: `${DEV_SITE}/browser`,
      contentTypeOf: (name) => contentType(name) || undefined,
      functionFile: FUNCTION_FILE,
    });
  } finally {
    stopWatching();
    for (const watcher of watchers) watcher.kill('SIGTERM');
  }
});

/** A watcher speaks for itself: its compile errors belong on the terminal, at once. It ends when we do, however we end. */
function startWatcher([command, ...args]: readonly [string, ...string[]]): ChildProcess {
  const watcher = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const end = (): void => void watcher.kill('SIGTERM');
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return watcher;
}

/** Interrupted meanwhile, the watchers end, and that ends the waiting. */
async function siteBuilt(watchers: readonly ChildProcess[]): Promise<void> {
  while (!existsSync(SITE_INDEX)) {
    const ended = watchers.find(
      ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null,
    );
    if (ended !== undefined) {
      throw new CommandFailed(
        `"${ended.spawnargs.join(' ')}" has ended before the first build was done; its own words are above.`,
      );
    }
    await sleep(LOOK_EVERY_MS);
  }
}
