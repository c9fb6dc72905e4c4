import type { RuntimeConfig } from '@gatehouse/access';
import { Amplify } from 'aws-amplify';
import {
  confirmSignUp,
  fetchAuthSession,
  resendSignUpCode,
  signIn,
  signOut,
  signUp,
} from 'aws-amplify/auth';
import { ConsoleLogger } from 'aws-amplify/utils';

import { AuthFailure } from '../first-load';
import type { AuthGateway, IssuedAccess, SignedInUser, SignInStep } from './auth-gateway';
import { globalSignOut } from './global-sign-out';
import { toAuthFailure } from './to-auth-failure';
import { toSignedInUser } from './to-signed-in-user';

/**
 * The sign-in service through Amplify. Nothing else imports Amplify, and this file is imported only
 * by `import()`: a static import anywhere would put 40 KB into the first page.
 */
export function createAmplifyGateway(config: RuntimeConfig): AuthGateway {
  configure(config);
  return {
    currentUser: guarded(currentUser),
    access: guarded(access),
    signIn: guarded(startSignIn),
    signUp: guarded(async ({ username, password, name, email }) => {
      const { nextStep } = await signUp({
        username,
        password,
        options: { userAttributes: { name, email } },
      });
      return 'codeDeliveryDetails' in nextStep
        ? nextStep.codeDeliveryDetails.destination
        : undefined;
    }),
    confirmSignUp: guarded(async (username, confirmationCode) => {
      await confirmSignUp({ username, confirmationCode });
    }),
    resendCode: guarded(async (username) => (await resendSignUpCode({ username })).destination),
    signOut: guarded(() => signOut()),
    signOutEverywhere: guarded(() => signOutEverywhere(config)),
  };
}

function configure(config: RuntimeConfig): void {
  // Amplify warns on every start that an endpoint is not Amazon's; /config.json means it so.
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  const { userPoolId, userPoolClientId, identityPoolId, userPoolEndpoint, identityPoolEndpoint } =
    config;
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId,
        userPoolClientId,
        identityPoolId,
        ...(userPoolEndpoint !== undefined && { userPoolEndpoint }),
        ...(identityPoolEndpoint !== undefined && { identityPoolEndpoint }),
      },
    },
  });
}

/** Lets nothing but an `AuthFailure` out. */
function guarded<A extends unknown[], R>(
  operation: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await operation(...args);
    } catch (error) {
      throw toAuthFailure(error);
    }
  };
}

let lastSub: string | undefined;

/** Tokens only: it asks the network only when they have expired. */
async function currentUser(fresh = false): Promise<SignedInUser | null> {
  const tokens = await Amplify.getTokens({ forceRefresh: fresh });
  const claims = tokens?.idToken?.payload;
  // Amplify keeps the identity of whoever was here before until told otherwise: after a refused
  // refresh, or a sign-in in another tab, that would be somebody else's.
  if (claims?.sub !== lastSub) await Amplify.clearCredentials();
  lastSub = claims?.sub;
  return claims === undefined ? null : toSignedInUser(claims);
}

async function access(fresh = false): Promise<IssuedAccess | null> {
  if ((await currentUser()) === null) return null;
  const { tokens, credentials, identityId } = await fetchAuthSession({ forceRefresh: fresh });
  if (tokens === undefined) {
    await currentUser();
    return null;
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials ?? {};
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !identityId) {
    throw new AuthFailure('no-role', 'The identity pool issued no complete keys.');
  }
  return {
    identityId,
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration },
  };
}

async function startSignIn(username: string, password: string): Promise<SignInStep> {
  try {
    const { isSignedIn, nextStep } = await signIn({ username, password });
    if (isSignedIn) return { kind: 'signed-in' };
    if (nextStep.signInStep === 'CONFIRM_SIGN_UP') return { kind: 'confirm-sign-up' };
    if (nextStep.signInStep === 'RESET_PASSWORD') {
      throw new AuthFailure('reset-required', 'The password must be reset.');
    }
    return { kind: 'unsupported', step: nextStep.signInStep };
  } catch (error) {
    if (error instanceof Error && error.name === 'UserAlreadyAuthenticatedException') {
      return { kind: 'already-signed-in' };
    }
    throw error;
  }
}

async function signOutEverywhere(config: RuntimeConfig): Promise<void> {
  const tokens = await Amplify.getTokens({});
  if (tokens !== undefined) await globalSignOut(config, tokens.accessToken.toString());
  await signOut();
}
