import type { UserPool } from '../identity/user-pool';
import type { UserPoolClient } from '../identity/user-pool-client';
import type { Alarm } from './alarm';

const FIVE_MINUTES = 300;

/** Source: Amazon Cognito Developer Guide, "Metrics for Amazon Cognito user pools". */
const THROTTLED = [
  { metricName: 'SignUpThrottles', what: 'sign-ups' },
  { metricName: 'SignInThrottles', what: 'sign-ins' },
  { metricName: 'TokenRefreshThrottles', what: 'refreshes of sessions' },
];

export interface SignInAlarmsProps {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
}

export function signInAlarms({ userPool, client }: SignInAlarmsProps): readonly Alarm[] {
  return THROTTLED.map(({ metricName, what }) => ({
    id: metricName,
    description: `Cognito turned ${what} away: more came than the quota of the account allows.`,
    metric: {
      namespace: 'AWS/Cognito',
      metricName,
      dimensions: { UserPool: userPool.id, UserPoolClient: client.id },
    },
    threshold: 1,
    periodSeconds: FIVE_MINUTES,
  }));
}
