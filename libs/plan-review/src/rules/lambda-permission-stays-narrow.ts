import { introduced } from '../compare';
import type { ResourceView } from '../resource-view';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';
import type { Snapshot } from '../snapshot';

export const lambdaPermissionStaysNarrow: Rule = {
  id: 'lambda-permission-stays-narrow',
  title: 'More may invoke a function than its route',
  severity: 'high',
  why: 'Whoever invokes the function directly passes by the gateway, with its signature, policy and key.',
  fix: 'Name the principal, and in source_arn the API, the method and the path of the one route.',
  source: 'Lambda Developer Guide, "Granting Lambda function access to AWS services"',
  check: (input) => introduced(input, widePermissions),
};

function* widePermissions(snapshot: Snapshot): Iterable<Verdict> {
  for (const permission of snapshot.ofType('aws_lambda_permission')) yield* judge(permission);
  for (const url of snapshot.ofType('aws_lambda_function_url')) {
    const authorization = url.text('authorization_type', 'NONE');
    if (authorization.kind === 'known' && authorization.value === 'NONE')
      yield finding(
        url.address,
        ['anybody may invoke the function at its own address'],
        'critical',
      );
  }
}

function* judge(permission: ResourceView): Iterable<Verdict> {
  const { address } = permission;
  const principal = permission.text('principal', '*');
  if (principal.kind === 'unknown') {
    yield cannotKnow(address, say`who may invoke the function is not known: ${principal.because}`);
    return;
  }
  if (principal.value === '*') {
    yield finding(address, ['anybody may invoke the function'], 'critical');
    return;
  }
  if (!principal.value.endsWith('.amazonaws.com')) {
    yield finding(address, say`${principal.value} may invoke the function`);
    return;
  }
  const source = permission.text('source_arn');
  if (source === undefined)
    yield finding(
      address,
      say`${principal.value} may invoke the function for anybody of any account`,
    );
  else if (source.kind === 'known' && isWhole(source.value))
    yield finding(
      address,
      say`every method of the API may invoke the function (${pathOf(source.value)})`,
      'medium',
    );
}

/** What follows the API's id: `/*`, or every verb on every path. */
const pathOf = (arn: string): string => arn.slice(arn.lastIndexOf('/*'));

function isWhole(arn: string): boolean {
  return /\/\*$/.test(arn) && !/\/(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\//.test(arn);
}
