import type { SignedRequest } from '@gatehouse/request-signing';

import type { CallFailure } from './call-failure';

/** An HTTP answer as it arrived. */
export interface CallAnswer {
  readonly status: number;
  /** `x-amzn-ErrorType` without the trailing colon; `undefined` when absent or not exposed. */
  readonly errorType: string | undefined;
  readonly requestId: string | undefined;
  readonly text: string;
  /** The body as JSON; `undefined` when it is none. */
  readonly json: unknown;
}

/** Who the route says called it. */
export interface Caller {
  readonly identityId: string;
  readonly role: string;
  readonly group: string | null;
}

interface CallFacts {
  /** The path that was called, its parameters filled in: `/items/42`. */
  readonly path: string;
  readonly durationMs: number;
  readonly at: Date;
  /** What was signed last for this call; `undefined` when nothing was. */
  readonly signed: SignedRequest | undefined;
}

export type CallOutcome =
  | (CallFacts & {
      readonly kind: 'succeeded';
      readonly answer: CallAnswer;
      readonly caller: Caller | undefined;
    })
  | (CallFacts & {
      readonly kind: 'failed';
      readonly failure: CallFailure;
      readonly answer: CallAnswer | undefined;
    });

export type CallState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'calling'; readonly previous: CallOutcome | undefined }
  | { readonly phase: 'done'; readonly outcome: CallOutcome };
