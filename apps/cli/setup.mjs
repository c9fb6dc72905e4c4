/**
 * Runs before `npm start`, `npm test` and the rest, with whatever Node the machine has and with nothing installed yet:
 * installs what the lock file says, once, and checks that the pinned Node took its place.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Angular 22 and cdktf-cli run on these (their package.json files say so). */
const SUPPORTED_NODE = /^v(22\.(2[2-9]|[3-9]\d)\.|24\.(1[5-9]|[2-9]\d)\.)/;

function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    return stop(
      `Node ${process.version} is too old to install Gatehouse. Install Node 20 or newer from https://nodejs.org.`,
    );
  }
  if (!isInstalled() && !install()) {
    return stop(
      'npm could not install the packages: its own message is above. Mend what it names, then run the command again.',
    );
  }
  const version = projectNodeVersion();
  if (!SUPPORTED_NODE.test(version)) {
    return stop(
      `Gatehouse runs on Node 22.22.3+ or 24.15+, and found ${version || 'none'}. Run "npm ci --include=optional": it brings Node 22.23.2 for Linux, macOS and Windows.`,
    );
  }
  return 0;
}

/** npm writes `node_modules/.package-lock.json` last: older than the lock file means another branch, absent means interrupted. */
function isInstalled() {
  const written = join(ROOT, 'node_modules', '.package-lock.json');
  return (
    existsSync(written) &&
    statSync(written).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs
  );
}

function install() {
  const packages = Object.keys(
    JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages,
  ).length;
  console.log(`Installing ${packages} packages, once: one to three minutes …`);
  // npm itself may run on a Node that some packages do not support; they never run on that one.
  const npm = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return npm.status === 0;
}

/** `npm run` puts node_modules/.bin first, so this is the Node that the scripts get. */
function projectNodeVersion() {
  const pinned = join(
    ROOT,
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  );
  const node = existsSync(pinned) ? pinned : process.execPath;
  return (
    spawnSync(node, ['--version'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }).stdout?.trim() ?? ''
  );
}

function stop(sentence) {
  console.error(sentence);
  return 1;
}

process.exitCode = main();
