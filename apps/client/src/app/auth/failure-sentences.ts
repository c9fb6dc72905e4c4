import type { AuthFailureCode } from './auth-failure';

/** One sentence or two for each failure: what happened, then what to do. */
export const failureSentences: Readonly<Record<AuthFailureCode, string>> = {
  'wrong-credentials': 'That username and password don’t match.',
  'too-many-attempts': 'Too many attempts. Wait a few minutes, then try again.',
  'user-disabled': 'This account is switched off. Ask an administrator.',
  'reset-required': 'Your password must be reset first. Ask an administrator.',
  'username-taken': 'This username is taken. Choose another.',
  'email-taken': 'There is an account with this email already. Sign in instead.',
  'password-too-weak':
    'This password is too easy to guess. Make it longer, and mix kinds of characters.',
  'code-wrong': 'That isn’t the code we sent. Check the latest mail, and try again.',
  'code-expired': 'This code can’t be used any more. Ask for a new one.',
  'already-confirmed': 'This account is confirmed already. You can sign in.',
  'invalid-input': 'Something in this form isn’t accepted. Look it over, and try again.',
  'session-ended': 'Your session has ended. Sign in again.',
  'no-role':
    'You are signed in, but there is no role for you. Ask an administrator which group you should be in.',
  'not-loaded': 'A part of this page didn’t load. Check your connection, then reload the page.',
  unreachable: 'We can’t reach the sign-in service. Check your connection, and try again.',
  'service-failing':
    'The sign-in service has trouble of its own. It is nothing you did: try again in a moment.',
  unexpected: 'The sign-in service gave an answer we don’t know. Try again in a moment.',
};
