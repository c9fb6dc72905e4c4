import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { findBrowser } from './browser.mjs';

/**
 * Runs before the tests. A browser is the one thing npm cannot bring: finds one, or installs Debian's when it may, or says what to do.
 */
process.exitCode = ensureBrowser() ? 0 : 1;

function ensureBrowser() {
  if (findBrowser() !== undefined) return true;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium with apt-get, once: about a minute …');
    apt('update', '-qq');
    apt('install', '-y', '-qq', 'chromium');
    if (findBrowser() !== undefined) return true;
  }
  console.error(
    'The tests need a Chromium or Chrome. Install one (Debian, Ubuntu: "sudo apt-get install chromium"; macOS: "brew install --cask google-chrome"), or set CHROME_BIN to its path.',
  );
  return false;
}

/** @param {string[]} args */
function apt(...args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
