import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';

import {
  REQUEST_SIGNING_OPTIONS,
  type RequestSigningOptionsSource,
} from './request-signing-options';

/**
 * Says what {@link signingInterceptor} signs for. Options are read lazily, at the first request.
 *
 * ```ts
 * provideHttpClient(withInterceptors([signingInterceptor])), // last in the chain
 * provideRequestSigning(() => ({ apiUrl, region, credentials, apiKey })),
 * ```
 */
export function provideRequestSigning(options: RequestSigningOptionsSource): EnvironmentProviders {
  const source = typeof options === 'function' ? options : () => options;
  return makeEnvironmentProviders([{ provide: REQUEST_SIGNING_OPTIONS, useValue: source }]);
}
