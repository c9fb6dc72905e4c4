import { introduced } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const apiKeyIsNotAuthorization: Rule = {
  id: 'api-key-is-not-authorization',
  title: 'An API key stands in for authorization',
  severity: 'critical',
  why: 'A key counts calls. Every visitor of the site can read it, so that a method with a key and no authorization is open to all of them.',
  fix: 'Set authorization to AWS_IAM beside api_key_required.',
  source: 'API Gateway Developer Guide, "Usage plans and API keys for REST APIs" (best practices)',
  check: (input) => introduced(input, keyedOnly),
};

function* keyedOnly(snapshot: Snapshot): Iterable<Verdict> {
  for (const method of snapshot.ofType('aws_api_gateway_method')) {
    const authorization = method.text('authorization', 'NONE');
    const key = method.boolean('api_key_required', false);
    if (authorization.kind === 'unknown' || key.kind === 'unknown') continue;
    if (authorization.value !== 'NONE' || !key.value) continue;
    const verb = method.text('http_method', 'ANY');
    yield finding(
      method.address,
      say`${verb.kind === 'known' ? verb.value : method.name} asks for a key and for no signature`,
    );
  }
}
