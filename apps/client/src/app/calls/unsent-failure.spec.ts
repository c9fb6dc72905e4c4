import { RequestSigningError } from '@gatehouse/request-signing';

import { AuthFailure, type AuthFailureCode } from '../auth/auth-failure';
import { failureOfUnsent } from './unsent-failure';

/** What the signing throws when its credentials provider throws. */
function withoutKeys(code: AuthFailureCode): RequestSigningError {
  const cause = new AuthFailure(code, `The service said ${code}.`);
  return new RequestSigningError('ERR_SIGNING_NO_CREDENTIALS', 'No credentials.', { cause });
}

const NOT_LOADED = new RequestSigningError(
  'ERR_SIGNING_UNAVAILABLE',
  'The signer could not be loaded; usually the network is down.',
  { cause: new TypeError('Failed to fetch dynamically imported module') },
);

describe('failureOfUnsent', () => {
  it('tells a session that is over', () => {
    expect(failureOfUnsent(withoutKeys('session-ended'), false)).toEqual({ kind: 'signed-out' });
    expect(failureOfUnsent(withoutKeys('user-disabled'), false)).toEqual({ kind: 'signed-out' });
  });

  it('says offline first, whatever failed for want of a connection', () => {
    const causes = [withoutKeys('unreachable'), withoutKeys('not-loaded'), NOT_LOADED, 'anything'];
    for (const cause of causes) {
      expect(failureOfUnsent(cause, true)).toEqual({ kind: 'offline', left: false });
    }
  });

  it('claims no session for somebody who is signed out and offline', () => {
    expect(failureOfUnsent(withoutKeys('session-ended'), true)).toEqual({ kind: 'signed-out' });
  });

  it('tells a user without a role from keys that did not come', () => {
    expect(failureOfUnsent(withoutKeys('no-role'), false)).toEqual({ kind: 'no-role' });
    expect(failureOfUnsent(withoutKeys('unreachable'), false)).toEqual({ kind: 'no-keys' });
    expect(failureOfUnsent(withoutKeys('too-many-attempts'), false)).toEqual({ kind: 'no-keys' });
  });

  it('says nothing about keys when the signer did not load or failed', () => {
    const message = 'The signer could not be loaded; usually the network is down.';
    expect(failureOfUnsent(NOT_LOADED, false)).toEqual({ kind: 'not-sent', message });
  });

  it('says nothing about the sign-in service when a part of this page did not load', () => {
    const failure = failureOfUnsent(withoutKeys('not-loaded'), false);
    expect(failure).toEqual({ kind: 'not-sent', message: 'The service said not-loaded.' });
  });

  it('hands on why a call could not be signed', () => {
    const error = new RequestSigningError('ERR_SIGNING_UNSIGNABLE_BODY', 'The body is a stream.');
    expect(failureOfUnsent(error, false)).toEqual({
      kind: 'not-sent',
      message: 'The body is a stream.',
    });
  });
});
