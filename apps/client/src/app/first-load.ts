/**
 * What the first page loads, whichever it is. Every file that is loaded later, by `import()`, takes
 * these things from here. A bundler makes one file for each set of modules that the same entries
 * reach; as all entries reach this one, the first page is three scripts in place of eleven, and
 * three kilobytes lighter, for longer files compress better. The budget in angular.json watches it.
 */
export { RouterLink } from '@angular/router';
export { asAuthFailure, AuthFailure } from './auth/auth-failure';
export { LOAD_AUTH_GATEWAY } from './auth/auth-gateway';
export { Session } from './auth/session';
export { safeNext, signedInOnly } from './auth/session-guards';
export { groupOfToken, routePages } from './calls/route-pages';
export { RUNTIME_CONFIG } from './config/runtime-config';
export { Mark, ThemeSwitch } from '@gatehouse/design-system';
