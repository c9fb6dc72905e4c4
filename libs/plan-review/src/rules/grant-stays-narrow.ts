import { symbolicAttributes, type Role, type RolePolicy } from '@gatehouse/auth-model';
import type { Statement } from '@gatehouse/iam';

import { introduced, withModel } from '../compare';
import { about, cannotKnow, finding, type Rule, type Verdict } from '../rule';
import {
  changesAccess,
  isEveryResource,
  isOfManyServices,
  isWholeService,
} from '../policies/action-width';
import { isPolicyArn } from '../policies/policy-holders';
import { accountOf, foreignTo, type IsForeign } from '../policies/own-accounts';
import { listed, say, type Said } from '../say';
import type { Severity } from '../severity';
import type { Snapshot } from '../snapshot';

export const grantStaysNarrow: Rule = {
  id: 'grant-stays-narrow',
  title: 'A role may do more than anybody named',
  severity: 'high',
  why: 'A wildcard grants what is there today and whatever comes tomorrow: the next route is open to the role without anybody having said so.',
  fix: 'Name the actions and the ARNs. Of an API, name stage, method and path.',
  source: 'IAM User Guide, "Security best practices in IAM" (apply least-privilege permissions)',
  *check(input) {
    yield* introduced(input, wideGrants);
    const isForeign = foreignTo(input.base, input.head);
    yield* introduced(input, (snapshot) => managedPolicies(snapshot, isForeign));
  },
};

function* wideGrants(snapshot: Snapshot): Iterable<Verdict> {
  yield* withModel(snapshot, function* ({ roles }) {
    for (const role of roles) for (const policy of role.policies) yield* widePolicy(role, policy);
  });
}

function* widePolicy(role: Role, { address, document }: RolePolicy): Iterable<Verdict> {
  if (document.kind !== 'known') {
    const why = document.kind === 'unknown' ? document.because : document.reference.address;
    yield cannotKnow(
      address,
      say`what the policy grants to role ${role.name} is not known: ${why}`,
    );
    return;
  }
  for (const statement of document.value.statements) {
    if (statement.effect !== 'Allow') continue;
    const wide = widthOf(statement);
    if (wide !== undefined) {
      const found = finding(address, say`role ${role.name} may ${wide.words}`, wide.severity);
      yield about(statement, found);
    }
  }
}

interface Where {
  readonly snapshot: Snapshot;
  readonly isForeign: IsForeign;
}

/** What a policy of AWS grants stands in no file here, and AWS adds to it; nor does one of somebody else. */
function* managedPolicies(snapshot: Snapshot, isForeign: IsForeign): Iterable<Verdict> {
  for (const attachment of snapshot.ofType('aws_iam_role_policy_attachment')) {
    const policy = attachment.text('policy_arn');
    const role = attachment.text('role');
    if (policy?.kind !== 'known') continue;
    const name = role?.kind === 'known' ? role.value : attachment.name;
    yield* managed(attachment.address, name, policy.value, { snapshot, isForeign });
  }
  for (const role of snapshot.ofType('aws_iam_role')) {
    const [name, policies] = [role.text('name', role.name), role.texts('managed_policy_arns')];
    const shown = name.kind === 'known' ? name.value : role.name;
    for (const arn of policies.kind === 'known' ? policies.value : [])
      yield* managed(role.address, shown, arn, { snapshot, isForeign });
  }
}

function* managed(
  address: string,
  role: string,
  arn: string,
  { snapshot, isForeign }: Where,
): Iterable<Verdict> {
  if (!isPolicyArn(arn) || isOfStack(snapshot, arn)) return;
  const account = accountOf(arn);
  const whose =
    account !== undefined && isForeign(account) === true
      ? say`, which account ${account} may change`
      : [];
  yield finding(
    address,
    say`role ${role} may do all that ${arn} grants${whose}`,
    whose.length > 0 ? 'high' : severityOf(arn),
  );
}

/** Its statements are judged themselves. */
function isOfStack(snapshot: Snapshot, arn: string): boolean {
  return (
    accountOf(arn) === symbolicAttributes.accountId ||
    snapshot.ofType('aws_iam_policy').some((policy) => {
      const own = policy.text('arn');
      return own?.kind === 'known' && own.value === arn;
    })
  );
}

function severityOf(arn: string): Severity {
  if (/(?:Administrator|PowerUser|FullAccess|\*)/.test(arn)) return 'critical';
  return arn.includes('/service-role/') ? 'low' : 'medium';
}

interface Width {
  readonly words: Said;
  readonly severity: Severity;
}

/** Source: Service Authorization Reference: these know no resource, so that `*` is all there is to write. */
const WITHOUT_RESOURCE =
  /^(?:xray:Put|xray:Get|cloudwatch:PutMetricData|cloudwatch:(?:List|Get|Describe)|ec2:Describe|logs:Describe|sts:GetCallerIdentity|cognito-identity:(?:GetId|GetOpenIdToken|GetCredentialsForIdentity)|ec2:(?:Create|Delete)NetworkInterface)/i;

function widthOf({ actions, resources }: Statement): Width | undefined {
  const everything = resources === undefined || resources.patterns.some(isEveryResource);
  if (actions.negated)
    return {
      words: say`do everything except ${listed(actions.patterns)}`,
      severity: 'critical',
    };
  const all = actions.patterns.filter(isWholeService);
  if (all.length > 0)
    return {
      words: say`do ${listed(all)} on ${on(resources)}`,
      severity: everything || all.some(isOfManyServices) ? 'critical' : 'high',
    };
  const over = actions.patterns.filter(changesAccess);
  if (over.length > 0)
    return {
      words: say`change who may do what, by ${listed(over)} on ${on(resources)}`,
      severity: everything || resources.negated ? 'critical' : 'high',
    };
  if (resources?.negated === true)
    return {
      words: say`do ${listed(actions.patterns)} on everything except ${listed(resources.patterns)}`,
      severity: 'critical',
    };
  const scoped = actions.patterns.filter((action) => !WITHOUT_RESOURCE.test(action));
  if (everything && scoped.length > 0)
    return { words: say`do ${listed(scoped)} on every resource`, severity: 'high' };
  return apiWidthOf(resources?.patterns ?? []);
}

function apiWidthOf(resources: readonly string[]): Width | undefined {
  const apis = resources.filter(isWholeApi);
  if (apis.length > 0)
    return { words: say`call every method of ${listed(apis)}`, severity: 'high' };
  const parts = resources.filter(isOpenPart);
  return parts.length === 0
    ? undefined
    : { words: say`call whatever is at ${listed(parts)}`, severity: 'medium' };
}

function on(resources: Statement['resources']): Said {
  if (resources === undefined) return ['every resource'];
  if (resources.negated) return say`everything except ${listed(resources.patterns)}`;
  return resources.patterns.some(isEveryResource) ? ['every resource'] : listed(resources.patterns);
}

/** Any stage, any verb, or any path: what comes later is granted now. A parameter within a path is `*` too, and is no such thing. */
function isOpenPart(arn: string): boolean {
  return /^arn:[^:]*:execute-api:[^/]*\/(?:\*\/|[^/]*\/\*\/|[^/]*\/[^/]*\/\*$)/.test(arn);
}

/** `…/*`, or a stage with every verb and path. */
function isWholeApi(arn: string): boolean {
  return /^arn:[^:]*:execute-api:[^/]*\/(?:\*|[^/]*\/\*|[^/]*\/\*\/\*)$/.test(arn);
}
