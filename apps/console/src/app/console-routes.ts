import type { Routes } from '@angular/router';

import { Overview } from './pages/overview';

export const consoleRoutes: Routes = [
  { path: '', component: Overview, title: 'Overview · Gatehouse console' },
  {
    path: 'requests',
    title: 'Requests · Gatehouse console',
    loadComponent: () => import('./pages/requests').then((page) => page.Requests),
  },
  {
    path: 'requests/:requestId',
    title: 'One request · Gatehouse console',
    loadComponent: () => import('./pages/request').then((page) => page.Request),
  },
  {
    path: 'matrix',
    title: 'Access matrix · Gatehouse console',
    loadComponent: () => import('./pages/matrix').then((page) => page.Matrix),
  },
  {
    path: 'users',
    title: 'Users and groups · Gatehouse console',
    loadComponent: () => import('./pages/users').then((page) => page.Users),
  },
  {
    path: 'outbox',
    title: 'Outbox · Gatehouse console',
    loadComponent: () => import('./pages/outbox').then((page) => page.Outbox),
  },
  {
    path: 'roles',
    title: 'Roles and policies · Gatehouse console',
    loadComponent: () => import('./pages/roles').then((page) => page.Roles),
  },
  {
    path: 'usage',
    title: 'Keys and usage · Gatehouse console',
    loadComponent: () => import('./pages/usage').then((page) => page.Usage),
  },
  {
    path: 'lab',
    title: 'Lab · Gatehouse console',
    loadComponent: () => import('./pages/lab').then((page) => page.Lab),
  },
  {
    path: '**',
    title: 'No such page · Gatehouse console',
    loadComponent: () => import('./pages/nowhere').then((page) => page.Nowhere),
  },
];
