/**
 * Everything that can stand between the button and the route's answer, as far as a browser can
 * tell. Each kind has words of its own (failure-words.ts) and a step of the chain (chain-steps.ts).
 */
export type CallFailure =
  | { readonly kind: 'signed-out' }
  /** The sign-in service was asked for keys, and none came. */
  | { readonly kind: 'no-keys' }
  /** The identity pool has no role for this user. */
  | { readonly kind: 'no-role' }
  | { readonly kind: 'keys-refused'; readonly expired: boolean }
  /** `aheadMs`: how far this device's clock is ahead of the gate's; negative when behind. */
  | { readonly kind: 'clock-wrong'; readonly aheadMs: number | undefined }
  | { readonly kind: 'signature-refused' }
  | { readonly kind: 'not-recognised' }
  /** `role`: the IAM role the gate named. */
  | { readonly kind: 'not-allowed'; readonly role: string | undefined; readonly denied: boolean }
  | { readonly kind: 'key-refused' }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'quota-used' }
  /** The route ran, and said no in its own words. */
  | { readonly kind: 'route-refused'; readonly message: string }
  | { readonly kind: 'route-failed' }
  | { readonly kind: 'route-timed-out' }
  | { readonly kind: 'gate-failed' }
  /** `left`: the call may have left this device before the connection went; else it never did. */
  | { readonly kind: 'offline'; readonly left: boolean }
  | { readonly kind: 'unreachable' }
  /** The call was never sent: this page could not sign it. `message` is a whole sentence. */
  | { readonly kind: 'not-sent'; readonly message: string }
  | { readonly kind: 'unexpected' };

export type CallFailureKind = CallFailure['kind'];
