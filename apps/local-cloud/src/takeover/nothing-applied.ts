import type { Service } from '../http/message';
import type { Services } from '../http/open-ports';

const BODY =
  'Nothing is applied here: it has been destroyed. Run npm run deploy:local, or restart npm start to serve the synthesized stack.\n';

const NOTHING: Service = {
  name: 'nothing applied',
  handle: () =>
    Promise.resolve({
      status: 503,
      headers: [
        ['Content-Type', 'text/plain; charset=utf-8'],
        ['Cache-Control', 'no-store'],
      ],
      body: BODY,
      decision: '503 nothing is applied',
    }),
  refuse: () => ({ status: 400, headers: [], body: '', decision: '400 malformed' }),
};

/** What answers after everything was destroyed, until something is applied again. */
export const NOTHING_APPLIED: Omit<Services, 'operator'> = {
  website: NOTHING,
  userPools: NOTHING,
  identityPools: NOTHING,
  api: NOTHING,
  s3: NOTHING,
};
