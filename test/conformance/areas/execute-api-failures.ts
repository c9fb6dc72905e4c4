import type { BehaviourArea } from '../behaviour';

const AUTHORIZE = 'apps/local-cloud/src/api-gateway/authorization/refusals.test.ts';

export const EXECUTE_API_FAILURES: BehaviourArea = {
  title: 'API Gateway: what is refused, and how',
  behaviours: [
    {
      id: 'execute-api-access-denied',
      what: 'A role without a statement for the method gets 403 AccessDeniedException, with a capital Message and the account of the resource masked.',
      source: 'AWS re:Post, "Troubleshoot 403 errors from API Gateway"; public captures',
      test: {
        file: AUTHORIZE,
        name: 'denies a member what only administrators may, with AWS’s capital Message and masked account',
      },
    },
  ],
};
