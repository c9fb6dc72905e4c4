import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import {
  provideRequestSigning,
  type SigningCredentials,
  signingInterceptor,
} from '@gatehouse/request-signing';

import { Calls } from './calls/calls';
import {
  AuthFailure,
  LOAD_AUTH_GATEWAY,
  routePages,
  RUNTIME_CONFIG,
  signedInOnly,
} from './first-load';
import { RouteCall } from './pages/route-call';

/**
 * A page per row of the route table, and what they call with. Signing and HttpClient are provided
 * here and not at the root, so that the first page does not weigh what only a call needs.
 * Call it in an injection context.
 */
export function callRoutes(): Routes {
  const { apiUrl, apiKey, region } = inject(RUNTIME_CONFIG);
  const credentials = injectCredentialsProvider();
  return [
    {
      path: '',
      providers: [
        provideHttpClient(withInterceptors([signingInterceptor])),
        provideRequestSigning({ apiUrl, apiKey, region, credentials }),
        Calls,
      ],
      children: routePages.map((page) => ({
        path: page.pagePath,
        title: `${page.title} – Gatehouse`,
        data: { page },
        canActivate: [signedInOnly],
        component: RouteCall,
      })),
    },
  ];
}

function injectCredentialsProvider() {
  const loadGateway = inject(LOAD_AUTH_GATEWAY);
  return async (options?: { readonly forceRefresh?: boolean }): Promise<SigningCredentials> => {
    const gateway = await loadGateway();
    const issued = await gateway.access(options?.forceRefresh);
    if (issued === null) throw new AuthFailure('session-ended', 'Nobody is signed in.');
    return issued.credentials;
  };
}
