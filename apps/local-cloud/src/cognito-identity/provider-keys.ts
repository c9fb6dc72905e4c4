import { readFileSync, statSync } from 'node:fs';

import type { JSONWebKeySet } from 'jose';

import { BootError } from '../boot-error';
import { isJsonObject } from '../http/json-body';

/** Where the keys of a provider outside the stack are: `--oidc <issuer>=<JWKS file or loopback URL>`. */
export interface ProviderKeys {
  /** The issuer without its scheme. */
  readonly providerName: string;
  readonly source:
    | { readonly kind: 'url'; readonly url: URL }
    | { readonly kind: 'keys'; readonly jwks: JSONWebKeySet };
}

/** As the command line has it. */
export interface GivenProviderKeys {
  readonly providerName: string;
  /** A file, or the address of a service on this machine. */
  readonly source: string;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const MAX_BYTES = 1024 * 1024;

/**
 * Splits `https://login.example.com/main=keys.json`. An issuer may hold no `=`.
 * @param invalid makes the error of a sentence that says what is wrong
 */
export function parseProviderKeys(
  text: string,
  invalid: (what: string) => Error,
): GivenProviderKeys {
  const [, providerName, source] = /^https:\/\/([^=\s]+)=(.+)$/.exec(text) ?? [];
  if (providerName === undefined || source === undefined) {
    throw invalid(
      `--oidc takes https://<issuer>=<JWKS file or loopback URL>, not ${JSON.stringify(text)}`,
    );
  }
  if (/^https?:/.test(source) && !isLoopback(source)) {
    throw invalid(
      `--oidc reads keys from a file or from this machine (${LOOPBACK.join(', ')}), not from ${JSON.stringify(source)}`,
    );
  }
  return { providerName, source };
}

/** Reads the files; whoever answers at an address is asked when a token needs it. @throws BootError for a file without keys */
export function readProviderKeys({ providerName, source }: GivenProviderKeys): ProviderKeys {
  if (/^https?:/.test(source)) {
    return { providerName, source: { kind: 'url', url: new URL(source) } };
  }
  return { providerName, source: { kind: 'keys', jwks: readKeys(source) } };
}

function isLoopback(source: string): boolean {
  return URL.canParse(source) && LOOPBACK.includes(new URL(source).hostname);
}

function readKeys(file: string): JSONWebKeySet {
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES) throw new Error(`it has ${size} bytes, at most ${MAX_BYTES} are read`);
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isJsonObject(json) && Array.isArray(json.keys)) return json as unknown as JSONWebKeySet;
    throw new Error('it has no list of keys');
  } catch (cause) {
    throw new BootError(
      'ERR_OIDC_KEYS',
      `The keys of --oidc cannot be read from ${file} (${cause instanceof Error ? cause.message : String(cause)}). Give a JSON Web Key Set.`,
      { cause },
    );
  }
}
