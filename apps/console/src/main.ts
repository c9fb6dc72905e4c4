import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withHashLocation } from '@angular/router';
import { applyStoredTheme } from '@gatehouse/design-system';

import { App } from './app/app';
import { consoleRoutes } from './app/console-routes';
import { takeTokenFromAddress } from './app/operator/token';

// Before the router looks at the address: a token in it is no route, and must not stay there to be bookmarked or shared.
takeTokenFromAddress(window);
applyStoredTheme(document);
await bootstrapApplication(App, {
  providers: [provideRouter(consoleRoutes, withHashLocation())],
});
