import type { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import type { RuntimeConfig } from '@gatehouse/access';

import { appRoutes } from './app-routes';
import { AuthFailure } from './auth/auth-failure';
import { type AuthGateway, LOAD_AUTH_GATEWAY } from './auth/auth-gateway';
import { RUNTIME_CONFIG } from './config/runtime-config';

/** Everything the client is made of, for one deployment. */
export function appConfig(config: RuntimeConfig): ApplicationConfig {
  return {
    providers: [
      { provide: RUNTIME_CONFIG, useValue: config },
      { provide: LOAD_AUTH_GATEWAY, useValue: gatewayLoader(config) },
      provideRouter(appRoutes),
    ],
  };
}

/** One gateway for the page; a load that failed, offline, is tried again. */
function gatewayLoader(config: RuntimeConfig): () => Promise<AuthGateway> {
  let loading: Promise<AuthGateway> | undefined;
  return () =>
    (loading ??= import('./auth/amplify-gateway')
      .then(({ createAmplifyGateway }) => createAmplifyGateway(config))
      .catch((cause: unknown) => {
        loading = undefined;
        throw new AuthFailure('not-loaded', 'A part of this page did not load.', { cause });
      }));
}
