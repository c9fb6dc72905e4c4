import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

interface SpecResult {
  readonly suite: readonly string[];
  readonly description: string;
  readonly log: readonly string[];
  readonly success: boolean;
  readonly skipped: boolean;
}

interface RunResults {
  readonly success: number;
  readonly failed: number;
  readonly skipped: number;
  readonly exitCode: number;
}

interface KarmaConfig {
  readonly countReporter: { readonly file: string };
}

/**
 * A Karma reporter: prints what failed and why, then how many, and writes `{ passed, failed, skipped }` as JSON for other
 * programs. A run that ended badly without a failed spec (the browser crashed, nothing ran) counts as one failure.
 */
export function countReporter(
  config: KarmaConfig,
  formatError: (error: unknown, indent: string) => string,
) {
  // Karma's base folder is the one of the build; the file belongs to the folder Karma was started in.
  const file = resolve(config.countReporter.file);
  rmSync(file, { force: true });
  const print = (text: string) => process.stdout.write(`${text}\n`);
  return {
    adapters: [],
    onBrowserLog(_browser: unknown, text: string, type: string) {
      print(`${type}: ${text}`);
    },
    onBrowserError(_browser: unknown, error: unknown) {
      print(formatError(error, '  '));
    },
    onSpecComplete(_browser: unknown, { suite, description, log, success, skipped }: SpecResult) {
      if (success || skipped) return;
      print(`✖ ${[...suite, description].join(' › ')}`);
      for (const entry of log) print(formatError(entry, '    '));
    },
    onRunComplete(_browsers: unknown, results: RunResults) {
      const counts = toCounts(results);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(counts)}\n`);
      print(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    },
  };
}

countReporter.$inject = ['config', 'formatError'];

function toCounts({ success, failed, skipped, exitCode }: RunResults) {
  return { passed: success, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped };
}
