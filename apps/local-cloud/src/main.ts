import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { printBanner } from './banner';
import { BootError } from './boot-error';
import { systemClock } from './clock';
import { startLocalCloud, type LocalCloud, type ContentOverlay } from './local-cloud';
import { HELP } from './help';
import { hostWarning } from './http/host-warning';
import { parseOptions, type Options } from './options';
import { printLinesTo } from './print-lines';

export { HELP, parseOptions, type Options };

const printLine = printLinesTo(process.stdout);

/** Beside the bundle that this is part of; `npm run build` makes both. */
const CONSOLE_DIR = fileURLToPath(new URL('../console/browser/', import.meta.url));

/**
 * A Ctrl-C comes twice under npm: from the terminal, and handed on. The second would end us by the signal, and not with a code, where it
 * meets Node taking itself down.
 */
const HANDED_ON_MS = 250;

/** Runs until SIGINT or SIGTERM, then closes everything and leaves with code 0. */
export async function run(options: Options, overlay?: ContentOverlay): Promise<void> {
  const warning = hostWarning(options.host);
  const cloud = await startLocalCloud({
    ...options,
    clock: systemClock,
    log: printLine,
    consoleDir: CONSOLE_DIR,
    ...(overlay && { overlay }),
  });
  const warned = await warning;
  if (warned !== undefined) printLine(warned);
  printBanner(cloud, printLine, { isTerminal: process.stdout.isTTY });
  await stopped();
  printLine('');
  printLine('Stopping …');
  await Promise.all([cloud.close(), sleep(HANDED_ON_MS)]);
  printLine('Stopped. Everything is saved.');
}

/**
 * @param prepare what must be there before a synthesized stack is played, done once the options are known to be right; its exit code is ours unless 0
 * @returns the exit code: 0, or 1 after one sentence on stderr.
 */
export async function main(
  argv: readonly string[],
  prepare?: () => Promise<number>,
): Promise<number> {
  try {
    const options = parseOptions(argv);
    if (options === 'help') {
      printLine(HELP);
      return 0;
    }
    // What was applied is played as it is: nothing of ours goes into it.
    const failed = options.source.kind === 'synthesized' ? ((await prepare?.()) ?? 0) : 0;
    if (failed !== 0) return failed;
    await run(options);
    return 0;
  } catch (error) {
    if (!(error instanceof BootError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Closing takes far less; after that, the next signal ends us as it would any program. */
const CLOSING_PATIENCE_MS = 5_000;

/**
 * Resolves with the first signal. More of them come with a Ctrl-C: the terminal tells everyone in the foreground, and npm tells us
 * once more. They must not end us in the middle of closing.
 */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve();
      setTimeout(
        () => process.off('SIGINT', stop).off('SIGTERM', stop),
        CLOSING_PATIENCE_MS,
      ).unref();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}

export type { LocalCloud };

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
