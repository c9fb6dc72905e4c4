import { ConfirmSignUp } from './confirm-sign-up';
import type { OperationDefinition } from './definition';
import { GetTokensFromRefreshToken } from './get-tokens-from-refresh-token';
import { GetUser } from './get-user';
import { GlobalSignOut } from './global-sign-out';
import { InitiateAuth } from './initiate-auth';
import { ResendConfirmationCode } from './resend-confirmation-code';
import { RespondToAuthChallenge } from './respond-to-auth-challenge';
import { RevokeToken } from './revoke-token';
import { SignUp } from './sign-up';

/** Every operation that is played, by its name on the wire. */
export const OPERATIONS = {
  ConfirmSignUp,
  GetTokensFromRefreshToken,
  GetUser,
  GlobalSignOut,
  InitiateAuth,
  ResendConfirmationCode,
  RespondToAuthChallenge,
  RevokeToken,
  SignUp,
} as const satisfies Record<string, OperationDefinition>;
