import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

// Plain JavaScript, because it also runs before anything is installed, on whatever Node there is.

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where installers put browsers that are on no PATH. */
const INSTALLED = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/** The executable inside one of Playwright's `chromium-<revision>` folders, by platform. */
const DOWNLOADED = {
  linux: [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
  ],
  darwin: [
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
    [
      'chrome-mac-arm64',
      'Google Chrome for Testing.app',
      'Contents',
      'MacOS',
      'Google Chrome for Testing',
    ],
    [
      'chrome-mac-x64',
      'Google Chrome for Testing.app',
      'Contents',
      'MacOS',
      'Google Chrome for Testing',
    ],
  ],
  win32: [
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
  ],
};

/**
 * The Chromium or Chrome of this machine: `CHROME_BIN`, else one on the PATH, else where installers put it, else the
 * newest one that Playwright has downloaded. A `CHROME_BIN` that does not exist is not replaced by another browser in
 * silence: then there is none.
 * @returns {string | undefined} absolute path of the executable
 */
export function findBrowser() {
  const chosen = process.env.CHROME_BIN;
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  return [...onPath(), ...(INSTALLED[process.platform] ?? []), ...downloaded()].find(isExecutable);
}

/**
 * What a browser under test is started with, so that it neither calls home nor needs a screen. Chromium refuses its
 * sandbox to root, and many containers have no user namespaces, so there, and only there, it runs without.
 * @returns {string[]}
 */
export function browserFlags() {
  const unsandboxed = process.getuid?.() === 0 || Boolean(process.env.CI);
  return [
    '--headless',
    ...(unsandboxed ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

function downloaded() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      linux: join(homedir(), '.cache', 'ms-playwright'),
      darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    }[process.platform];
  if (cache === undefined) return [];
  const executables = DOWNLOADED[process.platform] ?? [];
  return revisions(cache).flatMap((folder) =>
    executables.map((parts) => join(cache, folder, ...parts)),
  );
}

/** @param {string} cache */
function revisions(cache) {
  try {
    return readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)));
  } catch {
    return []; // Playwright has downloaded nothing here.
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
