import { bootstrapApplication } from '@angular/platform-browser';
import { applyStoredTheme } from '@gatehouse/design-system';

import { App } from './app/app';
import { appConfig } from './app/app-config';
import { isConfigFailure, loadRuntimeConfig } from './app/config/load-runtime-config';

// index.html holds the Content-Security-Policy, without a comment that every visitor would load: connect-src names Amazon's hosts and
// a local cloud's (gatehouse.test is for a test over plain HTTP). An API domain of one's own needs a line there.
applyStoredTheme(document);
await start();

async function start(): Promise<void> {
  const config = await loadRuntimeConfig(new URL('config.json', document.baseURI));
  if (isConfigFailure(config)) {
    const { ConfigErrorPage, CONFIG_FAILURE } = await import('./app/config/config-error-page');
    await bootstrapApplication(ConfigErrorPage, {
      providers: [{ provide: CONFIG_FAILURE, useValue: config }],
    });
  } else {
    await bootstrapApplication(App, appConfig(config));
  }
}
