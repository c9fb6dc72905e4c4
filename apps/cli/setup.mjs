/**
 * Runs before `npm start`, `npm test` and the rest, with whatever Node the machine has and with nothing installed yet:
 * installs what the lock file says, once, and checks that the pinned Node took its place.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const NODE_MODULES = join(ROOT, 'node_modules');
/** 22.22.3+ or 24.15+: Angular 22 and cdktf-cli run on these (their package.json files say so). */
const SUPPORTED_NODE =
  /^v(22\.22\.([3-9]|\d\d)|22\.(2[3-9]|[3-9]\d)\.\d+|24\.(1[5-9]|[2-9]\d)\.\d+)$/;

function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    return stop(
      `Node ${process.version} is too old to install Gatehouse. Install Node 20 or newer from https://nodejs.org.`,
    );
  }
  const installed = isInstalled();
  if (!installed && isLink(NODE_MODULES)) {
    return stop(
      `${NODE_MODULES} is a link to ${readlinkSync(NODE_MODULES)}, which is not what package-lock.json says, and installing through it would wipe a folder of somebody else. Run "npm ci" where it belongs, or remove the link and run the command again.`,
    );
  }
  if (!installed && !install()) {
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

/**
 * Whether node_modules is what the lock file says, by content: times say nothing of a checkout, a copy or a clock. npm writes what it has
 * installed to `node_modules/.package-lock.json` last, so that it is absent after an interruption. It lacks the optional packages of
 * other machines.
 */
function isInstalled() {
  try {
    const wanted = packagesOf(join(ROOT, 'package-lock.json'));
    const found = packagesOf(join(NODE_MODULES, '.package-lock.json'));
    const isSame = (path) =>
      wanted[path]?.version === found[path]?.version &&
      wanted[path]?.integrity === found[path]?.integrity;
    return (
      Object.keys(found).every(isSame) &&
      Object.keys(wanted).every((path) => path in found || wanted[path].optional === true)
    );
  } catch {
    return false;
  }
}

/** By their folders, without the project itself. */
function packagesOf(lockFile) {
  const { '': _project, ...packages } = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return packages;
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function install() {
  // No number: the lock file counts the packages of every platform, npm those of this one.
  console.log(
    'Installing the packages, once: one to three minutes. What you asked for, --help too, comes after it …',
  );
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
  const pinned = join(NODE_MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
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
