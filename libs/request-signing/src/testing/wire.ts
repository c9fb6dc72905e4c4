import {
  HttpClient,
  HttpErrorResponse,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, type Observable } from 'rxjs';

import { SIGNING_PLATFORM, type SigningPlatform } from '../platform';
import { provideRequestSigning } from '../provide-request-signing';
import type { CredentialsProvider, SigningCredentials } from '../request-signing-options';
import { RequestSigningState } from '../request-signing-state';
import { signingInterceptor } from '../signing-interceptor';

/** What the server of the specs saw of one request, and what another signer thinks of its signature. */
export interface Arrival {
  readonly method: string;
  readonly rawUrl: string;
  readonly headers: Readonly<Partial<Record<string, string>>>;
  readonly bodySha256: string;
  readonly bodyLength: number;
  readonly verdict?: {
    readonly signedHeaders: readonly string[];
    readonly scope: string;
    readonly matches: boolean;
    readonly canonicalRequest: string;
  };
}

export interface WireSetup {
  /** Settings of the server, see `test/karma/wire.ts`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly credentials?: CredentialsProvider;
  readonly apiKey?: string | undefined;
  readonly platform?: Partial<SigningPlatform>;
  /** @default the page's own */
  readonly origin?: string;
  /** @default true */
  readonly areOptionsKnown?: boolean;
}

export interface Wire {
  /** Base URL of the API, unlike that of every other spec. */
  readonly api: string;
  readonly http: HttpClient;
  readonly state: RequestSigningState;
  /** What arrived below `api`, in order. */
  readonly arrivals: () => Promise<readonly Arrival[]>;
}

export const MEMBER: SigningCredentials = {
  accessKeyId: 'ASIAMEMBER',
  secretAccessKey: 'secret-of-the-member',
  sessionToken: 'session/of+the=member',
  expiration: new Date(Date.now() + 3_600_000),
};

export const API_KEY = 'key-of-the-specs';

/** The same server under a name that is another origin. */
export const OTHER_ORIGIN = location.origin.replace('localhost', '127.0.0.1');

/** Angular's HttpClient as an application sets it up, and a server that verifies what it really sends. */
export function connectToWire(setup: WireSetup = {}): Wire {
  const path = toPath(setup.settings ?? {});
  const api = `${setup.origin ?? location.origin}/wire/${path}`;
  const options = {
    apiUrl: api,
    region: 'eu-west-1',
    credentials: setup.credentials ?? (() => Promise.resolve(MEMBER)),
    apiKey: 'apiKey' in setup ? setup.apiKey : API_KEY,
  };
  const platform = { now: () => Date.now(), hasSubtleCrypto: true, ...setup.platform };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([signingInterceptor])),
      provideRequestSigning(() => (setup.areOptionsKnown === false ? undefined : options)),
      { provide: SIGNING_PLATFORM, useValue: platform },
    ],
  });
  const http = TestBed.inject(HttpClient);
  return {
    api,
    http,
    state: TestBed.inject(RequestSigningState),
    arrivals: () => firstValueFrom(http.get<Arrival[]>(`/wire-log/${path}`)),
  };
}

/** The log of a server that no spec's API is, such as the one behind a redirect. */
export async function arrivalsAt(path: string): Promise<readonly Arrival[]> {
  const response = await fetch(`/wire-log/${path}`);
  return (await response.json()) as Arrival[];
}

let servers = 0;

/** @returns the settings as one path segment, with an id that no other spec has */
export function toPath(settings: Readonly<Record<string, string>>): string {
  servers += 1;
  const pairs = Object.entries({ id: `${Date.now()}-${servers}`, ...settings });
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join(',');
}

export async function toError(result: Observable<unknown>): Promise<unknown> {
  try {
    await firstValueFrom(result);
  } catch (error) {
    return error;
  }
  throw new Error('The request was expected to fail, and did not.');
}

export async function toErrorResponse(result: Observable<unknown>): Promise<HttpErrorResponse> {
  const error = await toError(result);
  if (error instanceof HttpErrorResponse) return error;
  throw new Error('Expected an HttpErrorResponse.', { cause: error });
}
