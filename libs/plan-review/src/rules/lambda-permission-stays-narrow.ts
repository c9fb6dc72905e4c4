import { coversCondition, coversStatement } from '@gatehouse/iam';

import { introduced, pairs, type Pair } from '../compare';
import { isAnything } from '../policies/conditions';
import { accountOf, foreignTo, type IsForeign } from '../policies/own-accounts';
import { permissionStatement } from '../policies/permission-statement';
import type { ResourceView } from '../resource-view';
import { cannotKnow, finding, type Rule, type RuleFinding, type Verdict } from '../rule';
import { listed, prose, say } from '../say';
import type { Snapshot } from '../snapshot';

export const lambdaPermissionStaysNarrow: Rule = {
  id: 'lambda-permission-stays-narrow',
  title: 'More may invoke a function than its route',
  severity: 'high',
  why: 'Whoever invokes the function directly passes by the gateway, with its signature, policy and key.',
  fix: 'Name the principal, and in source_arn the API, the method and the path of the one route.',
  source: 'Lambda Developer Guide, "Granting Lambda function access to AWS services"',
  *check(input) {
    const isForeign = foreignTo(input.base, input.head);
    yield* introduced(input, (snapshot) => widePermissions(snapshot, isForeign));
    for (const pair of pairs(input, 'aws_lambda_permission'))
      if ([...judge(pair.after, { snapshot: input.head, isForeign })].length === 0)
        yield* wider(pair);
  },
};

function* widePermissions(snapshot: Snapshot, isForeign: IsForeign): Iterable<Verdict> {
  for (const permission of snapshot.ofType('aws_lambda_permission'))
    yield* judge(permission, { snapshot, isForeign });
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

interface Where {
  readonly snapshot: Snapshot;
  readonly isForeign: IsForeign;
}

/** All that Lambda is asked to invoke. Source: Lambda API reference, "AddPermission" (Action). */
const INVOKES = /^lambda:Invoke(?:Function|FunctionUrl)$/i;

function* judge(permission: ResourceView, where: Where): Iterable<Verdict> {
  const { address } = permission;
  const action = permission.text('action');
  if (action?.kind === 'known' && !INVOKES.test(action.value))
    yield finding(address, say`it permits ${action.value}, which is more than to invoke`);
  const principal = permission.text('principal', '*');
  if (principal.kind === 'unknown')
    yield cannotKnow(address, say`who may invoke the function is not known: ${principal.because}`);
  else if (principal.value === '*') yield anybody(permission);
  else if (!principal.value.endsWith('.amazonaws.com'))
    yield finding(address, say`${principal.value} may invoke the function`);
  else yield* judgeSource(permission, principal.value, where);
}

function anybody(permission: ResourceView): RuleFinding {
  const organization = permission.text('principal_org_id');
  return organization?.kind === 'known'
    ? finding(permission.address, say`anybody of ${organization.value} may invoke the function`)
    : finding(permission.address, ['anybody may invoke the function'], 'critical');
}

function* judgeSource(permission: ResourceView, service: string, where: Where): Iterable<Verdict> {
  const { address } = permission;
  const source = permission.text('source_arn');
  const account = permission.text('source_account');
  if (source?.kind === 'unknown' || account?.kind === 'unknown') {
    const [because = ''] = [source, account].flatMap((one) =>
      one?.kind === 'unknown' ? [one.because] : [],
    );
    yield cannotKnow(
      address,
      say`for what ${service} may invoke it is not known: ${prose(because)}`,
    );
    return;
  }
  const isOfAnybody = source === undefined || isAnything(source.value);
  if (isOfAnybody && (account === undefined || isAnything(account.value))) {
    yield finding(address, say`${service} may invoke the function for anybody of any account`);
    return;
  }
  const found = source === undefined ? [] : [...judgeArn(permission, service, source.value, where)];
  yield* found;
  if (found.length > 0) return;
  for (const named of [source, account]) {
    const owner = named === undefined ? undefined : accountOf(named.value);
    if (owner !== undefined && where.isForeign(owner) === true)
      yield finding(address, say`${service} may invoke the function for account ${owner}`);
  }
}

/** The API is one of the stack, and the route one of its own; of other services, the ARN is whole. */
function* judgeArn(
  permission: ResourceView,
  service: string,
  arn: string,
  { snapshot }: Where,
): Iterable<Verdict> {
  const { address } = permission;
  const apis = snapshot.model?.restApis ?? [];
  if (service !== 'apigateway.amazonaws.com') {
    const isBucketOfAnybody = /^arn:[^:]*:s3:::/.test(arn) && !isOwnBucket(snapshot, arn);
    if (isBucketOfAnybody && permission.text('source_account') === undefined)
      yield finding(
        address,
        say`whoever has the bucket of ${arn} may invoke the function: no account is named`,
        'medium',
      );
    else if (/[*?]/.test(arn))
      yield finding(address, say`whatever is called ${arn} may invoke the function`, 'medium');
  } else if (apis.length > 0 && !apis.some((api) => arn.startsWith(`${api.executionArn}/`)))
    yield finding(address, say`an API that is not of this stack may invoke it: ${arn}`);
  else if (isWhole(arn))
    yield finding(
      address,
      say`every method of the API may invoke the function (${pathOf(arn)})`,
      'medium',
    );
}

function isOwnBucket({ model }: Snapshot, arn: string): boolean {
  return (model?.buckets ?? []).some((bucket) => bucket.arn === arn);
}

/** What two of them show, and one does not: a wider permission, though none that is wide of itself. */
function* wider({ before, after }: Pair): Iterable<Verdict> {
  const [was, now] = [before && permissionStatement(before), permissionStatement(after)];
  if (was === undefined || now === undefined || coversStatement(was, now)) return;
  const [actions, people] = [now.actions.patterns, Object.values(now.principals?.byType ?? {})];
  if (!coversStatement({ ...was, conditions: [] }, { ...now, conditions: [] })) {
    const what = say`${listed(people.flat())} may ${listed(actions)}, and could not`;
    yield finding(after.address, what);
    return;
  }
  for (const asked of was.conditions) {
    const other = now.conditions.find(({ key }) => key === asked.key);
    if (other !== undefined && coversCondition(asked, other)) continue;
    yield finding(
      after.address,
      other === undefined
        ? say`it no longer asks for ${asked.key} ${asked.values.join(' ')}`
        : say`it permits ${other.values.join(' ')}, and did ${asked.values.join(' ')}`,
      'medium',
    );
  }
}

/** What follows the API's id: `/*`, or every verb on every path. */
const pathOf = (arn: string): string => arn.slice(arn.lastIndexOf('/*'));

function isWhole(arn: string): boolean {
  return arn.endsWith('/*') && !/\/(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\//.test(arn);
}
