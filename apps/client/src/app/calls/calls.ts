import { HttpClient, HttpContext, HttpErrorResponse } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';
import {
  ON_REQUEST_SIGNED,
  RequestSigningState,
  type SignedRequest,
} from '@gatehouse/request-signing';
import { firstValueFrom } from 'rxjs';

import { Session } from '../auth/session';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import type { CallFailure } from './call-failure';
import { CallLog } from './call-log';
import type { CallAnswer, CallOutcome } from './call-outcome';
import { classifyAnswer } from './classify-answer';
import { pathWith } from './path-with';
import { readAnswer, readCaller } from './read-answer';
import type { RoutePage } from './route-pages';
import { failureOfUnsent } from './unsent-failure';

type Exchange = { readonly answer: CallAnswer } | { readonly failure: CallFailure };

/** Calls routes. Provided with the pages that call, so that nothing of HttpClient loads before. */
@Injectable()
export class Calls {
  private readonly http = inject(HttpClient);
  private readonly log = inject(CallLog);
  private readonly session = inject(Session);
  private readonly signing = inject(RequestSigningState);
  private readonly config = inject(RUNTIME_CONFIG);
  private readonly navigator = inject(DOCUMENT).defaultView?.navigator;

  private keysEdition = this.session.keysEdition;

  /** Calls the route and settles when its outcome is in the log; never rejects. */
  async call(
    { key, method, path }: Pick<RoutePage, 'key' | 'method' | 'path'>,
    parameters: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const before = this.log.stateOf(key);
    if (before.phase === 'calling') return;
    const previous = before.phase === 'done' ? before.outcome : undefined;
    this.log.note(key, { phase: 'calling', previous });
    this.forgetOldKeys();
    const outcome = await this.send(method, pathWith(path, parameters));
    this.log.note(key, { phase: 'done', outcome });
    await this.learnFrom(outcome);
  }

  /** The signing holds keys until they expire; after a sign-in or a refresh they are yesterday's. */
  private forgetOldKeys(): void {
    if (this.keysEdition === this.session.keysEdition) return;
    this.keysEdition = this.session.keysEdition;
    this.signing.forgetCredentials();
  }

  /** A call tells about the session too: that it is over, or which keys it has. */
  private async learnFrom(outcome: CallOutcome): Promise<void> {
    if (outcome.kind === 'failed' && outcome.failure.kind === 'signed-out') {
      await this.session.end();
    } else if (outcome.answer !== undefined && this.session.access() === undefined) {
      await this.session.refreshAccess(false).catch(() => undefined);
    }
  }

  private async send(method: string, path: string): Promise<CallOutcome> {
    const at = new Date();
    const start = performance.now();
    let signed: SignedRequest | undefined;
    let left = false;
    const context = new HttpContext().set(ON_REQUEST_SIGNED, (request) => {
      signed = request;
      left ||= !this.isOffline();
    });
    const result = await this.exchange(method, path, context, () => left);
    const facts = { path, at, durationMs: Math.round(performance.now() - start), signed };
    if ('failure' in result) {
      return { kind: 'failed', ...facts, failure: result.failure, answer: undefined };
    }
    const { answer } = result;
    return answer.status >= 200 && answer.status < 300
      ? { kind: 'succeeded', ...facts, answer, caller: readCaller(answer.json) }
      : { kind: 'failed', ...facts, failure: classifyAnswer(answer), answer };
  }

  /** Whether the device knows that it has no connection. */
  private isOffline(): boolean {
    return this.navigator?.onLine === false;
  }

  /** @param left whether the call was signed, and so sent, while there seemed to be a connection */
  private async exchange(
    method: string,
    path: string,
    context: HttpContext,
    left: () => boolean,
  ): Promise<Exchange> {
    const url = this.config.apiUrl + path;
    try {
      const response = await firstValueFrom(
        this.http.request(method, url, { context, observe: 'response', responseType: 'text' }),
      );
      return { answer: readAnswer(response, response.body) };
    } catch (error) {
      const isOffline = this.isOffline();
      if (!(error instanceof HttpErrorResponse)) {
        return { failure: failureOfUnsent(error, isOffline) };
      }
      if (error.status !== 0) return { answer: readAnswer(error, error.error) };
      return { failure: isOffline ? { kind: 'offline', left: left() } : { kind: 'unreachable' } };
    }
  }
}
