import type { ResourceFacts } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { jsonObjectOf, textOf } from '../reading';
import { silentOverwrite } from '../silent-overwrite';
import { topicProblem } from './topic-problem';

const JSON_ARGUMENTS = ['delivery_policy', 'filter_policy', 'redrive_policy', 'replay_policy'];

export const snsTopicSubscription: ResourceFacts = {
  type: 'aws_sns_topic_subscription',
  source:
    'hashicorp/terraform-provider-aws internal/service/sns/topic_subscription.go at 04a2e6e5bc (v5); the changelog of v6.0.0 to v6.25.0 adds a resource ' +
    'identity and changes nothing',
  optionalComputed: ['filter_policy_scope'],
  forceNew: ['endpoint', 'protocol', 'topic_arn'],
  defaults: {
    confirmation_timeout_in_minutes: 1,
    endpoint_auto_confirms: false,
    raw_message_delivery: false,
  },
  allowed: {
    filter_policy_scope: ['MessageAttributes', 'MessageBody'],
    protocol: [
      'application',
      'email',
      'email-json',
      'firehose',
      'http',
      'https',
      'lambda',
      'sms',
      'sqs',
    ],
  },
  changesWith: { filter_policy_scope: ['filter_policy'] },
  /** SNS keeps one subscription per topic, protocol and endpoint. Source: SNS API Reference, Subscribe. */
  uniqueAs: (values) =>
    ['topic_arn', 'protocol', 'endpoint'].map((name) => textOf(values, name) ?? '').join(' '),
  conflict: silentOverwrite('Subscription'),
  create(values, cloud) {
    const topic = textOf(values, 'topic_arn') ?? '';
    const arn = `${topic}:${cloud.newId('guid', `${topic}/${textOf(values, 'endpoint') ?? ''}`)}`;
    const waits = waitsForSomeone(values);
    return {
      id: arn,
      arn,
      owner_id: cloud.accountId,
      pending_confirmation: waits,
      confirmation_was_authenticated: !waits,
      filter_policy_scope: scopeOf(values),
    };
  },
  update: (values) => ({ filter_policy_scope: scopeOf(values) }),
  checks: [
    (values, cloud) => topicProblem(textOf(values, 'topic_arn') ?? '', cloud),
    endpointFits,
    scopeNeedsPolicy,
    policiesAreJson,
  ],
};

/** A person clicks a link, or a foreign server answers: both after the apply. Source: same file, waitForConfirmation. */
function waitsForSomeone(values: SettledValues): boolean {
  const protocol = textOf(values, 'protocol') ?? '';
  return (
    protocol.startsWith('email') ||
    (protocol.startsWith('http') && values.endpoint_auto_confirms !== true)
  );
}

function scopeOf(values: SettledValues): string {
  if (textOf(values, 'filter_policy') === undefined) return '';
  return textOf(values, 'filter_policy_scope') ?? 'MessageAttributes';
}

/** Source: SNS API Reference, Subscribe, Endpoint; the words before the last colon are SNS's. */
function endpointFits(values: SettledValues): string | undefined {
  const protocol = textOf(values, 'protocol') ?? '';
  const endpoint = textOf(values, 'endpoint') ?? '';
  const [form, name] = protocol.startsWith('email')
    ? [/^[^@\s]+@[^@\s]+$/, 'Email address']
    : protocol.startsWith('http')
      ? [new RegExp(`^${protocol}://`), `Endpoint must match the specified protocol`]
      : protocol === 'sms'
        ? [/^\+?[\d\s().-]+$/, 'Phone number']
        : [/^arn:/, 'Endpoint ARN'];
  return form.test(endpoint)
    ? undefined
    : `InvalidParameter: Invalid parameter: ${name}: "${endpoint}" for protocol ${protocol}`;
}

/** Source: same file, resourceTopicSubscriptionCustomizeDiff, whose words these are. */
function scopeNeedsPolicy(values: SettledValues): string | undefined {
  const scope = textOf(values, 'filter_policy_scope');
  if (scope === undefined || textOf(values, 'filter_policy') !== undefined) return undefined;
  return 'filter_policy is required when filter_policy_scope is set';
}

function policiesAreJson(values: SettledValues): string | undefined {
  const odd = JSON_ARGUMENTS.find((name) => {
    const text = textOf(values, name);
    return text !== undefined && jsonObjectOf(text) === undefined;
  });
  return odd === undefined
    ? undefined
    : `"${odd}" contains an invalid JSON: "${textOf(values, odd) ?? ''}"`;
}
