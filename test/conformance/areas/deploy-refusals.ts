import type { BehaviourArea } from '../behaviour';

const RESPONSES = 'apps/local-cloud/src/api-gateway/failures/gateway-responses.test.ts';

/** A stack that AWS would not deploy does not start here. */
export const DEPLOY_REFUSALS: BehaviourArea = {
  title: 'What AWS refuses to deploy',
  behaviours: [
    {
      id: 'deploy-gateway-response-status',
      what: 'A status code of a gateway response has three digits, from 100 to 599.',
      source: 'API Gateway API Reference, GatewayResponse',
      test: {
        file: RESPONSES,
        name: 'stops the boot at the status code "600", saying which ones there are',
      },
    },
  ],
};
