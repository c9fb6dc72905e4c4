import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';

import { Session } from './session';

/** Lets signed-in users pass; sends the others to sign in, and back here afterwards. */
export const signedInOnly: CanActivateFn = async (_route, { url }) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  if (session.user() !== undefined) return true;
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: { next: url } }), {
    replaceUrl: true,
  });
};

/** Keeps who is signed in already away from the pages that sign in. */
export const signedOutOnly: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready();
  return session.user() === undefined ? true : new RedirectCommand(router.parseUrl('/'));
};

/**
 * Where to go after signing in: a path of this client, never another site.
 * @param next what the address bar said; anyone may have written it
 */
export function safeNext(next: string | null | undefined): string {
  return next !== null && next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}
