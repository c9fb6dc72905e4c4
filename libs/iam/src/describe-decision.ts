import type { AccessRequest, DecidingStatement, Decision, NearestMiss } from './decision';
import { sharedLength } from './shared-length';

/**
 * One readable clause, without a subject, for logs and reports: `statement CallGetSecure of policy "Invoke" allows`, `has no statement for
 * execute-api:Invoke on …/GET/vip; nearest: "CallGetSecure" allows …/GET/secure`.
 * @param request named where nothing allows it
 */
export function describeDecision(
  decision: Decision,
  request?: Pick<AccessRequest, 'action' | 'resource'>,
): string {
  switch (decision.effect) {
    case 'allow':
      return `${describeStatement(decision.by)} allows`;
    case 'unknown':
      return `cannot be told: ${decision.because}`;
    case 'deny':
      return decision.kind === 'explicit'
        ? `${describeStatement(decision.by)} denies`
        : describeImplicit(decision.nearest, request);
  }
}

/** `statement CallGetSecure of policy "Invoke"`; the position, from 0, stands in for a missing Sid. */
export function describeStatement(by: DecidingStatement): string {
  return `statement ${by.statement.sid ?? `#${by.index}`} of ${by.policy}`;
}

function describeImplicit(
  nearest: NearestMiss | undefined,
  request: Pick<AccessRequest, 'action' | 'resource'> | undefined,
): string {
  const asked = request ? `for ${request.action} on ${request.resource}` : 'that allows it';
  return `has no statement ${asked}${nearest ? `; nearest: ${describeMiss(nearest)}` : ''}`;
}

function describeMiss(miss: NearestMiss): string {
  const name = `"${miss.statement.sid ?? `#${miss.index}`}"`;
  const { negated } = miss.statement.resources ?? { negated: false };
  if (miss.part !== 'resource' || negated) return `${name}: ${miss.detail}`;
  return `${name} allows ${shortened(miss.wanted, miss.got)}`;
}

/** Leaves out the beginning that both share, but never splits a stage, verb or path: `…/GET/secure`. */
function shortened(wanted: string, got: string): string {
  const differsAt = sharedLength(wanted, got);
  const upToSlash = wanted.lastIndexOf('/', wanted.lastIndexOf('/', differsAt - 1) - 1);
  return upToSlash > 0 ? `…${wanted.slice(upToSlash)}` : wanted;
}
