import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

import { failureOfAnswer, OperatorFailure } from './operator-failure';
import { storedToken, storeToken, takeTokenFromAddress } from './token';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Speaks with the port that this page came from. */
@Injectable({ providedIn: 'root' })
export class Operator {
  private readonly window = inject(DOCUMENT).defaultView ?? window;
  private readonly token = signal(storedToken(this.window));
  private readonly refused = signal(false);

  /** Absent: the page has to ask for it. */
  readonly currentToken = this.token.asReadonly();
  /** The token that was used is not the one of this local cloud. */
  readonly wasRefused = this.refused.asReadonly();

  constructor() {
    // A link that is opened where the console already is changes the fragment only, and loads nothing.
    this.window.addEventListener('hashchange', ({ newURL }) => {
      const token = takeTokenFromAddress(this.window, new URL(newURL).hash);
      if (token !== undefined) this.accept(token);
    });
  }

  /** @throws OperatorFailure; with `token-refused`, the token is forgotten */
  get<T>(path: string): Promise<T> {
    return this.ask('GET', path, this.token() ?? '') as Promise<T>;
  }

  /** @throws OperatorFailure */
  send(method: Exclude<Method, 'GET'>, path: string, body: object = {}): Promise<unknown> {
    return this.ask(method, path, this.token() ?? '', JSON.stringify(body));
  }

  /**
   * Tries a token, and keeps it when it is right.
   * @throws OperatorFailure
   */
  async open(token: string): Promise<void> {
    await this.ask('GET', '/endpoints', token);
    storeToken(this.window, token);
    this.accept(token);
  }

  private accept(token: string): void {
    this.refused.set(false);
    this.token.set(token);
  }

  private async ask(method: Method, path: string, token: string, body?: string): Promise<unknown> {
    const answer = await this.fetch(method, path, token, body);
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text);
    const failure = failureOfAnswer(answer.status, text);
    if (failure.kind === 'token-refused' && token === this.token()) this.forget();
    throw failure;
  }

  private async fetch(
    method: Method,
    path: string,
    token: string,
    body: string | undefined,
  ): Promise<Response> {
    const headers = { 'X-Gatehouse-Token': token, 'Content-Type': 'application/json' };
    try {
      return await this.window.fetch(path, {
        method,
        headers,
        ...(body !== undefined && { body }),
        cache: 'no-store',
        credentials: 'omit',
      });
    } catch (cause) {
      throw new OperatorFailure(
        'unreachable',
        'The local cloud doesn’t answer. If it has stopped, run npm start; this page goes on by itself.',
        { cause },
      );
    }
  }

  private forget(): void {
    storeToken(this.window, undefined);
    this.refused.set(true);
    this.token.set(undefined);
  }
}
