import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';

import type { Api } from '../api/api';
import type { Environment } from '../environment';
import type { ApiFunction } from '../function/api-function';
import type { UserPool } from '../identity/user-pool';
import type { UserPoolClient } from '../identity/user-pool-client';
import type { Names } from '../names';
import { AccessLogAlarms } from './access-log-alarms';
import { AlarmSet } from './alarm-set';
import { apiAlarms } from './api-alarms';
import { functionAlarms } from './function-alarms';
import { signInAlarms } from './sign-in-alarms';

export interface AlarmsProps {
  readonly environment: Environment;
  readonly names: Names;
  readonly api: Api;
  readonly apiFunction: ApiFunction;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
}

/** What is told to people, and the topic it is told through. */
export class Alarms extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { names, environment } = props;
    this.topicArn = this.makeTopic(props);
    const alarms = new AlarmSet(this, 'On', { names, topicArn: this.topicArn });
    alarms.add(apiAlarms(props));
    alarms.add(functionAlarms(props.apiFunction));
    alarms.add(signInAlarms(props));
    const { accessLogs } = props.api.stage;
    if (accessLogs !== undefined)
      new AccessLogAlarms(this, 'Refused', { names, environment, accessLogs, alarms });
  }

  private makeTopic({ names, environment }: AlarmsProps): string {
    const topic = new SnsTopic(this, 'Topic', { name: names.of('alarms') });
    for (const [index, endpoint] of (environment.alarmEmails ?? []).entries())
      new SnsTopicSubscription(this, `Email${index}`, {
        topicArn: topic.arn,
        protocol: 'email',
        endpoint,
      });
    return topic.arn;
  }
}
