import { Injector, inject, runInInjectionContext } from '@angular/core';
import type { Routes } from '@angular/router';

import { signedInOnly, signedOutOnly } from './auth/session-guards';

/** The client's pages. Those of the route table are in call-routes.ts. */
export const appRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Gatehouse',
    loadComponent: () => import('./pages/home').then((m) => m.Home),
  },
  {
    path: 'sign-in',
    title: 'Sign in – Gatehouse',
    canActivate: [signedOutOnly],
    loadComponent: () => import('./pages/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'sign-up',
    title: 'Create your account – Gatehouse',
    canActivate: [signedOutOnly],
    loadComponent: () => import('./pages/sign-up').then((m) => m.SignUp),
  },
  {
    path: 'confirm',
    title: 'Confirm your account – Gatehouse',
    loadComponent: () => import('./pages/confirm').then((m) => m.Confirm),
  },
  {
    path: 'account',
    title: 'Account – Gatehouse',
    canActivate: [signedInOnly],
    loadComponent: () => import('./pages/account').then((m) => m.Account),
  },
  {
    path: '',
    loadChildren: () => {
      const injector = inject(Injector);
      return import('./call-routes').then((m) => runInInjectionContext(injector, m.callRoutes));
    },
  },
  {
    path: '**',
    title: 'No such page – Gatehouse',
    loadComponent: () => import('./pages/not-found').then((m) => m.NotFound),
  },
];
