import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';
import { fakeCloud, refusal } from '../testing/fake-cloud';
import { snsTopic } from './sns-topic';
import { snsTopicPolicy } from './sns-topic-policy';
import { snsTopicSubscription } from './sns-topic-subscription';

const TOPIC = 'arn:aws:sns:us-west-2:123456789012:alarms';
const cloud = fakeCloud({ applied: { aws_sns_topic: [{ id: TOPIC }] } });

describe('aws_sns_topic', () => {
  it('has the ARN of its name, an owner and a policy for its account', () => {
    const made = snsTopic.create({ name: 'alarms' }, fakeCloud());
    assert.equal(made.id, TOPIC);
    assert.equal(made.arn, TOPIC);
    assert.equal(made.owner, '123456789012');
    assert.match(textOf(made, 'policy') ?? '', /"AWS:SourceOwner":"123456789012"/);
    assert.ok(textOf(made, 'policy')?.includes(`"Resource":"${TOPIC}"`));
  });

  it('has a generated name in its ARN', () => {
    const prefixed = snsTopic.create({ name: null, name_prefix: 'alarms-' }, fakeCloud());
    assert.match(textOf(prefixed, 'arn') ?? '', /:alarms-\d{26}$/);
    assert.equal(prefixed.name_prefix, 'alarms-');
    assert.match(textOf(snsTopic.create({}, fakeCloud()), 'arn') ?? '', /:terraform-\d{26}$/);
    const fifo = snsTopic.create({ name_prefix: 'alarms-', fifo_topic: true }, fakeCloud());
    assert.match(textOf(fifo, 'name') ?? '', /^alarms-\d{26}\.fifo$/);
    assert.equal(fifo.name_prefix, 'alarms-');
  });

  it('refuses names that SNS refuses', () => {
    assert.equal(refusal(snsTopic, { name: 'alarms_1-a' }, fakeCloud()), undefined);
    assert.equal(
      refusal(snsTopic, { name: 'alarms.fifo', fifo_topic: true }, fakeCloud()),
      undefined,
    );
    for (const name of ['my alarms', 'alarms.fifo', 'x'.repeat(257)])
      assert.equal(refusal(snsTopic, { name }, fakeCloud()), `invalid topic name: ${name}`);
    assert.match(
      refusal(snsTopic, { name: 'alarms', fifo_topic: true }, fakeCloud()) ?? '',
      /^invalid topic name/,
    );
  });

  it('keeps what is for FIFO topics to FIFO topics', () => {
    const problemOf = (values: SettledValues): string =>
      refusal(snsTopic, { name: 'alarms', ...values }, fakeCloud()) ?? '';
    assert.match(problemOf({ archive_policy: '{}' }), /only be set for FIFO topics/);
    assert.match(problemOf({ content_based_deduplication: true }), /only be set for FIFO topics/);
    assert.match(problemOf({ fifo_throughput_scope: 'Topic' }), /only be set for FIFO topics/);
    assert.match(problemOf({ policy: 'no JSON' }), /Policy Error/);
  });
});

describe('aws_sns_topic_policy', () => {
  const policyFor = (action: string): string =>
    JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: action,
          Resource: TOPIC,
        },
      ],
    });

  it('has the ARN of its topic as id', () => {
    assert.deepEqual(snsTopicPolicy.create({ arn: TOPIC }, cloud), {
      id: TOPIC,
      owner: '123456789012',
    });
  });

  it('needs its topic', () => {
    assert.equal(
      refusal(snsTopicPolicy, { arn: TOPIC, policy: policyFor('sns:Publish') }, cloud),
      undefined,
    );
    const missing = refusal(
      snsTopicPolicy,
      { arn: `${TOPIC}2`, policy: policyFor('sns:Publish') },
      cloud,
    );
    assert.equal(missing, `NotFound: Topic does not exist: "${TOPIC}2"`);
  });

  it('speaks of what a topic can do', () => {
    const problemOf = (policy: string): string =>
      refusal(snsTopicPolicy, { arn: TOPIC, policy }, cloud) ?? '';
    assert.equal(problemOf(policyFor('SNS:Publish')), '');
    for (const action of ['sns:*', 's3:GetObject', 'sns:CreateTopic'])
      assert.match(
        problemOf(policyFor(action)),
        /Policy statement action out of service scope!/,
        action,
      );
    assert.match(problemOf('no JSON'), /Policy Error/);
  });
});

describe('aws_sns_topic_subscription', () => {
  const EMAIL: SettledValues = {
    topic_arn: TOPIC,
    protocol: 'email',
    endpoint: 'on-call@example.com',
  };
  const FUNCTION = {
    protocol: 'lambda',
    endpoint: 'arn:aws:lambda:us-west-2:123456789012:function:page',
  };

  it('waits for a person to confirm an address', () => {
    const made = snsTopicSubscription.create(EMAIL, cloud);
    assert.ok(textOf(made, 'id')?.startsWith(`${TOPIC}:guid-`));
    assert.equal(made.arn, made.id);
    assert.equal(made.pending_confirmation, true);
    assert.equal(made.confirmation_was_authenticated, false);
    assert.equal(made.owner_id, '123456789012');
    assert.equal(made.filter_policy_scope, '');
  });

  it('does not wait for a function', () => {
    const made = snsTopicSubscription.create({ ...EMAIL, ...FUNCTION, filter_policy: '{}' }, cloud);
    assert.equal(made.pending_confirmation, false);
    assert.equal(made.confirmation_was_authenticated, true);
    assert.equal(made.filter_policy_scope, 'MessageAttributes');
  });

  it('needs its topic', () => {
    assert.equal(refusal(snsTopicSubscription, EMAIL, cloud), undefined);
    assert.match(
      refusal(snsTopicSubscription, { ...EMAIL, topic_arn: 'gone' }, cloud) ?? '',
      /^NotFound: Topic does not exist/,
    );
  });

  it('has an endpoint that fits its protocol', () => {
    const problemOf = (values: SettledValues): string =>
      refusal(snsTopicSubscription, { ...EMAIL, ...values }, cloud) ?? '';
    assert.equal(problemOf(FUNCTION), '');
    assert.equal(problemOf({ protocol: 'https', endpoint: 'https://example.com/' }), '');
    assert.match(problemOf({ endpoint: 'on-call' }), /Invalid parameter: Email address/);
    assert.match(
      problemOf({ protocol: 'https', endpoint: 'http://example.com/' }),
      /must match the specified protocol/,
    );
    assert.match(problemOf({ protocol: 'lambda' }), /Endpoint ARN/);
    assert.match(problemOf({ protocol: 'sms', endpoint: 'nobody' }), /Phone number/);
  });

  it('has a scope only with a filter, and JSON in its policies', () => {
    const problemOf = (values: SettledValues): string =>
      refusal(snsTopicSubscription, { ...EMAIL, ...values }, cloud) ?? '';
    assert.match(problemOf({ filter_policy_scope: 'MessageBody' }), /filter_policy is required/);
    assert.equal(problemOf({ filter_policy_scope: 'MessageBody', filter_policy: '{}' }), '');
    assert.match(
      problemOf({ redrive_policy: 'no JSON' }),
      /"redrive_policy" contains an invalid JSON/,
    );
  });

  it('is one per topic, protocol and endpoint', () => {
    const { uniqueAs } = snsTopicSubscription;
    assert.equal(uniqueAs?.(EMAIL), uniqueAs?.({ ...EMAIL, id: 'another' }));
    assert.notEqual(uniqueAs?.(EMAIL), uniqueAs?.({ ...EMAIL, endpoint: 'other@example.com' }));
  });
});
