import { Logger } from '@aws-lambda-powertools/logger';

import { createHandler } from './handler';
import { ROUTE_HANDLERS } from './route-handlers';
import { readSettings } from './settings';

/** What Lambda calls (`index.handler`). Powertools reads the service's name and the log level from the environment. */
export const handler = createHandler({
  settings: readSettings(process.env),
  logger: new Logger(),
  routeHandlers: ROUTE_HANDLERS,
});
