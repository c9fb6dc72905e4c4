import { compileDocument } from './compile-document';
import type { CompiledStatement, Question } from './compile-document';
import type { AccessRequest, DecidingStatement, Decision, NamedPolicy } from './decision';
import { describeStatement } from './describe-decision';
import { compileGlob } from './glob';
import { nearestMiss } from './nearest-miss';
import type { PolicyDocument } from './policy-document';
import { RequestContext } from './request-context';

/**
 * Decides: an explicit deny wins over an allow, which wins over the implicit deny. What is not known yet (a document, a condition
 * key) makes the answer `unknown` only where it could change the effect: never against an explicit deny, and a doubtful deny does not
 * matter where nothing allows. Policies of one kind are evaluated together; combining identity and resource policies is the caller's.
 * Source: IAM User Guide, "Policy evaluation logic".
 * @param limits sets of policies that grant nothing and take away what they do not allow: one for a permissions boundary, one for
 *   the policies of a session. A set without policies allows nothing.
 */
export function evaluate(
  policies: readonly NamedPolicy[],
  request: AccessRequest,
  limits: readonly (readonly NamedPolicy[])[] = [],
): Decision {
  const question: Question = {
    request,
    lowerCaseAction: request.action.toLowerCase(),
    context: new RequestContext(request),
    ...(request.resourceIsPattern === true && { resources: compileGlob(request.resource) }),
  };
  const granted = evaluateSet(policies, question);
  if (limits.length === 0) return granted;
  return intersect([granted, ...limits.map((limit) => evaluateSet(limit, question))], granted);
}

/** All must allow: a certain deny settles it, an explicit one first; then doubt in any leaves it open. */
function intersect(decisions: readonly Decision[], granted: Decision): Decision {
  const denials = decisions.filter(({ effect }) => effect === 'deny');
  const explicit = denials.find((it) => it.effect === 'deny' && it.kind === 'explicit');
  return explicit ?? denials[0] ?? decisions.find(({ effect }) => effect === 'unknown') ?? granted;
}

function evaluateSet(policies: readonly NamedPolicy[], question: Question): Decision {
  let allowedBy: DecidingStatement | undefined;
  let mayAllow: string | undefined;
  let mayDeny: string | undefined;
  for (const policy of policies) {
    const document = knownDocument(policy);
    if (!document) {
      mayAllow ??= whyUnsettled(policy);
      mayDeny ??= mayAllow;
      continue;
    }
    for (const compiled of compileDocument(document)) {
      const truth = compiled.matches(question);
      if (truth === false) continue;
      const by = { policy: policy.name, index: compiled.index, statement: compiled.statement };
      if (truth === 'unknown') {
        const because = whyUnknown(by, compiled, question);
        if (by.statement.effect === 'Deny') mayDeny ??= because;
        else mayAllow ??= because;
      } else if (by.statement.effect === 'Deny') {
        return { effect: 'deny', kind: 'explicit', by };
      } else {
        allowedBy ??= by;
      }
    }
  }
  if (allowedBy && mayDeny === undefined) return { effect: 'allow', by: allowedBy };
  const because = allowedBy ? mayDeny : mayAllow;
  if (because !== undefined) return { effect: 'unknown', because };
  return implicitDeny(policies, question);
}

function implicitDeny(policies: readonly NamedPolicy[], question: Question): Decision {
  const candidates = policies.flatMap((policy) => {
    const document = knownDocument(policy);
    return document ? [{ name: policy.name, statements: compileDocument(document) }] : [];
  });
  const nearest = nearestMiss(candidates, question);
  return { effect: 'deny', kind: 'implicit', ...(nearest && { nearest }) };
}

function knownDocument({ document }: NamedPolicy): PolicyDocument | undefined {
  if (!('kind' in document)) return document;
  return document.kind === 'known' ? document.value : undefined;
}

function whyUnsettled({ name, document }: NamedPolicy): string {
  if (!('kind' in document) || document.kind === 'known') return `${name} is known`;
  const reason =
    document.kind === 'unknown'
      ? document.because
      : `${document.reference.address}.${document.reference.attribute}`;
  return `${name} is not known yet (${reason})`;
}

function whyUnknown(
  by: DecidingStatement,
  compiled: CompiledStatement,
  question: Question,
): string {
  const { context, request } = question;
  if (compiled.firstPart('unknown', question) === 'principal') {
    return `${describeStatement(by)} lists ${request.principal?.value ?? 'the principal'} in NotPrincipal, but not its account, its role and its session, and AWS may ask for each`;
  }
  const unknown = [...new Set(compiled.keys)].filter((key) => context.lookup(key) === 'unknown');
  if (unknown.length > 0) {
    return `${describeStatement(by)} hangs on ${unknown.join(', ')}, not known yet`;
  }
  const verb = by.statement.effect === 'Allow' ? 'allows' : 'denies';
  return `it depends on the resource, since ${describeStatement(by)} ${verb} some of ${request.resource} only`;
}
