/**
 * `npm start`: builds and synthesizes what is missing or stale, then runs the local cloud until Ctrl-C.
 * Plain JavaScript: the compilers that the builds need live in processes of their own and are gone before the local cloud starts, so
 * that it is one process, and nothing stays behind when it ends.
 */
import { spawn } from 'node:child_process';

/** The local cloud runs from its bundle, never from its sources. */
const BUNDLE = new URL('../../dist/local-cloud/main.mjs', import.meta.url);

process.exitCode = await start(process.argv.slice(2));

/** @param {readonly string[]} argv */
async function start(argv) {
  const ended = await build('local-cloud', 'console');
  if (ended !== 0) return ended;
  const { main } = await import(BUNDLE.href);
  return main(argv, () => build('api', 'client', 'stacks'));
}

/**
 * @param {readonly string[]} names of builds
 * @returns {Promise<number>} exit code; 128 + the signal's number when a signal ended it, which it hands on
 */
async function build(...names) {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import=tsx',
      'apps/cli/src/build-command.ts',
      ...names,
    ],
    { stdio: 'inherit' },
  );
  const handOn = (signal) => child.kill(signal);
  process.on('SIGINT', handOn).on('SIGTERM', handOn);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 143 : 130)));
    });
  } finally {
    process.off('SIGINT', handOn).off('SIGTERM', handOn);
  }
}
