import { RequestSigningError } from './request-signing-error';
import type { CredentialsProvider, SigningCredentials } from './request-signing-options';

/** Credentials are renewed this long before they end, so that none ends on its way. */
const RENEWAL_MARGIN_MS = 60_000;

interface Fetch {
  readonly forced: boolean;
  readonly result: Promise<SigningCredentials>;
}

/** Holds one user's credentials until shortly before they end; requests at the same time share one fetch. */
export class CredentialsCache {
  private held: SigningCredentials | undefined;
  private pending: Fetch | undefined;
  /** Goes up when credentials are forgotten, so that a fetch begun before does not bring them back. */
  private generation = 0;

  /** @param serverNow milliseconds since the epoch: expirations are told in the server's time */
  constructor(private readonly serverNow: () => number) {}

  /**
   * @param refused credentials that the API has just refused as expired: anything but those is answered
   * @throws RequestSigningError `ERR_SIGNING_NO_CREDENTIALS`
   */
  async get(
    provider: CredentialsProvider,
    refused?: SigningCredentials,
  ): Promise<SigningCredentials> {
    const { held, generation } = this;
    if (held && held !== refused && !this.isEnding(held)) return held;
    const credentials = await this.share(provider, refused !== undefined);
    return generation === this.generation ? credentials : this.get(provider);
  }

  forget(): void {
    this.generation += 1;
    this.held = undefined;
    this.pending = undefined;
  }

  private share(provider: CredentialsProvider, forced: boolean): Promise<SigningCredentials> {
    if (this.pending && (this.pending.forced || !forced)) return this.pending.result;
    const pending = { forced, result: this.fetch(provider, forced) };
    this.pending = pending;
    // A fetch that was overtaken by a forced one, or forgotten, is answered to those who wait for it, but not held.
    const settle = (credentials?: SigningCredentials) => {
      if (this.pending !== pending) return;
      this.pending = undefined;
      this.held = credentials;
    };
    pending.result.then(settle, () => {
      settle();
    });
    return pending.result;
  }

  private async fetch(provider: CredentialsProvider, forced: boolean): Promise<SigningCredentials> {
    const credentials = await ask(provider, forced);
    // A provider with a cache of its own may answer with what is about to end.
    const isStale = !forced && credentials.expiration !== undefined && this.isEnding(credentials);
    return isStale ? ask(provider, true) : credentials;
  }

  private isEnding({ expiration }: SigningCredentials): boolean {
    return (expiration?.getTime() ?? 0) - RENEWAL_MARGIN_MS <= this.serverNow();
  }
}

async function ask(
  provider: CredentialsProvider,
  forceRefresh: boolean,
): Promise<SigningCredentials> {
  const credentials = await call(provider, forceRefresh);
  if (credentials.accessKeyId && credentials.secretAccessKey) return credentials;
  throw new RequestSigningError(
    'ERR_SIGNING_NO_CREDENTIALS',
    'The credentials provider gave no accessKeyId or no secretAccessKey.',
  );
}

async function call(
  provider: CredentialsProvider,
  forceRefresh: boolean,
): Promise<SigningCredentials> {
  try {
    return await (forceRefresh ? provider({ forceRefresh }) : provider());
  } catch (cause) {
    throw new RequestSigningError(
      'ERR_SIGNING_NO_CREDENTIALS',
      'The credentials provider gave no credentials; usually nobody is signed in.',
      { cause },
    );
  }
}
