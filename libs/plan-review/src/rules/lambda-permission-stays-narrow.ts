import { introduced, pairs, type Pair } from '../compare';
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
  *check(input) {
    yield* introduced(input, widePermissions);
    for (const pair of pairs(input, 'aws_lambda_permission')) yield* wider(pair);
  },
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

/** What two of them show, and one does not: a wider permission, though none that is wide of itself. */
function* wider({ before, after }: Pair): Iterable<Verdict> {
  if (before === undefined || [...judge(after)].length > 0) return;
  const action = after.text('action');
  if (action?.kind === 'known' && action.value.includes('*') && changes('action', before, after))
    yield finding(after.address, say`it permits ${action.value}, and did less`);
  const principal = after.text('principal');
  if (principal?.kind === 'known' && changes('principal', before, after))
    yield finding(after.address, say`${principal.value} may invoke the function, and could not`);
  const [was, now] = [before.text('source_arn'), after.text('source_arn')];
  if (was?.kind !== 'known' || now?.kind !== 'known' || was.value === now.value) return;
  if (now.value.split('*').length > was.value.split('*').length)
    yield finding(after.address, say`it permits ${now.value}, and did ${was.value}`, 'medium');
}

function changes(argument: string, before: ResourceView, after: ResourceView): boolean {
  const [was, now] = [before.text(argument), after.text(argument)];
  return was?.kind === 'known' && now?.kind === 'known' && was.value !== now.value;
}

/** What follows the API's id: `/*`, or every verb on every path. */
const pathOf = (arn: string): string => arn.slice(arn.lastIndexOf('/*'));

function isWhole(arn: string): boolean {
  return arn.endsWith('/*') && !/\/(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\//.test(arn);
}
