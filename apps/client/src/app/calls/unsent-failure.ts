import { RequestSigningError } from '@gatehouse/request-signing';

import { AuthFailure, endsSession } from '../auth/auth-failure';
import type { CallFailure } from './call-failure';

/**
 * Why a call was never sent: what the signing, or the keys it asked for, threw.
 * @param isOffline whether the device knows that it has no connection: then that is why, whatever
 *   failed first for want of it. Only a session that is over is over all the same.
 */
export function failureOfUnsent(error: unknown, isOffline: boolean): CallFailure {
  const cause = error instanceof RequestSigningError ? (error.cause ?? error) : error;
  if (cause instanceof AuthFailure && endsSession(cause)) return { kind: 'signed-out' };
  if (isOffline) return { kind: 'offline', left: false };
  if (cause instanceof AuthFailure && cause.code !== 'not-loaded') {
    return { kind: cause.code === 'no-role' ? 'no-role' : 'no-keys' };
  }
  // The library's own sentence; of what it could not load or make, the cause is no news to anybody.
  const told = cause instanceof AuthFailure ? cause : error;
  return { kind: 'not-sent', message: told instanceof Error ? told.message : String(told) };
}
