import karmaChromeLauncher from 'karma-chrome-launcher';
import karmaCoverage from 'karma-coverage';
import karmaJasmine from 'karma-jasmine';

import { browserFlags, findBrowser } from '../browser.mjs';
// Node strips the types itself; Karma is the only program that loads these.
import { countReporter } from './count-reporter.ts';
import { verifySignature } from './verify-signature.ts';
import { createWire } from './wire.ts';

process.env.CHROME_BIN ??= findBrowser();
if (!process.env.CHROME_BIN) {
  throw new Error('Karma needs a Chromium or Chrome: install one, or set CHROME_BIN to its path.');
}

/** Karma asks for a default export. */
export default (config) => {
  config.set({
    frameworks: ['jasmine'],
    plugins: [
      karmaJasmine,
      karmaChromeLauncher,
      karmaCoverage,
      { 'reporter:counts': ['type', countReporter] },
      { 'middleware:wire': ['value', createWire(verifySignature)] },
    ],
    reporters: ['counts'],
    countReporter: { file: 'dist/test/karma.json' },
    coverageReporter: { dir: 'coverage', reporters: [{ type: 'text-summary' }, { type: 'html' }] },
    // What arrives there is verified by another implementation of the signature.
    beforeMiddleware: ['wire'],
    // "localhost" and "127.0.0.1" are two origins of one server: enough to see what would leak from one to the other.
    hostname: 'localhost',
    listenAddress: '127.0.0.1',
    browsers: ['Chromium'],
    customLaunchers: { Chromium: { base: 'ChromeHeadless', flags: browserFlags() } },
    // A spec that expects nothing cannot fail.
    client: { jasmine: { random: true, failSpecWithNoExpectations: true } },
    browserNoActivityTimeout: 120_000,
    restartOnFileChange: true,
  });
};
