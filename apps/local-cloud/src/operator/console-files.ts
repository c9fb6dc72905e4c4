import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import type { HttpRequest, HttpResponse } from '../http/message';

/** The page of the console and its files; `undefined` for what is none of them. They hold no data, so they ask for no token. */
export type ConsoleFiles = (request: HttpRequest) => Promise<HttpResponse | undefined>;

/** The names that the build gives: no folders, so nothing leads out of theirs. */
const FILE = /^\/console\/(?<name>[\w-][\w.-]*)$/;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Eight letters or digits of a hash, as the build writes them into every name that another file mentions. */
const NAMED_BY_CONTENT = /-[\w-]{8}\.(?:js|css)$/;

/**
 * Whatever a mail, a user name or a path in a trace holds, it is shown as text; should it ever be more, it may load nothing and call
 * nobody but this port. Nobody may put the page into a frame of theirs and have it clicked.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types angular angular#bundler',
].join('; ');

/**
 * Files are read when they are asked for: whoever never opens the console pays nothing for it.
 * @param folder of the build; absent or empty: every page says how to make it
 */
export function createConsoleFiles(folder: string | undefined): ConsoleFiles {
  return async ({ method, rawPath }) => {
    const name = rawPath === '/' ? 'index.html' : FILE.exec(rawPath)?.groups?.name;
    if (name === undefined || method !== 'GET') return undefined;
    const type = CONTENT_TYPES[extname(name)];
    const body = type === undefined ? undefined : await read(folder, name);
    if (type !== undefined && body !== undefined) return found(name, type, body);
    return name === 'index.html' ? notBuilt() : undefined;
  };
}

async function read(folder: string | undefined, name: string): Promise<Buffer | undefined> {
  if (folder === undefined) return undefined;
  try {
    return await readFile(join(folder, name));
  } catch {
    // Not there, or not readable: for whoever asks, that is the same.
    return undefined;
  }
}

function found(name: string, type: string, body: Buffer): HttpResponse {
  const isLasting = NAMED_BY_CONTENT.test(name);
  return {
    status: 200,
    headers: [
      ['Content-Type', type],
      ['Cache-Control', isLasting ? 'private, max-age=31536000, immutable' : 'no-store'],
      ['Content-Security-Policy', POLICY],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'no-referrer'],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      ['Cross-Origin-Resource-Policy', 'same-origin'],
    ],
    body,
    decision: `200 ${name}`,
    unlogged: true,
  };
}

function notBuilt(): HttpResponse {
  return {
    status: 503,
    headers: [
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Cache-Control', 'no-store'],
      ['X-Content-Type-Options', 'nosniff'],
    ],
    body: 'The console is not built. Run "npm run build -- console", then load this page again.\n',
    decision: '503 the console is not built',
  };
}
