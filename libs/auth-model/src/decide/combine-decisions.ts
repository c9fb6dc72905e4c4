import {
  evaluate,
  type AccessRequest,
  type Decision,
  type NamedPolicy,
  type PolicyDocument,
} from '@gatehouse/iam';

import type { RestApi } from '../model-api';
import { grantsInAccount, grantsToSession, withNotPrincipalOfBoundary } from './own-policy';

export interface ToCombine {
  /** What the policies of the role say, within its limits. */
  readonly identity: Decision;
  readonly asked: AccessRequest;
  readonly limits: readonly (readonly NamedPolicy[])[];
  /** The policy of the resource. */
  readonly own: { readonly name: string; readonly document: NonNullable<RestApi['policy']> };
  readonly sessionArn: string;
  readonly hasBoundary: boolean;
}

/**
 * Within an account one allow is enough, of the role or of the resource, and one explicit deny too; what is not known could still be that
 * deny. A boundary and session policies also limit what the resource grants to the *role*, but not what it grants to the session itself,
 * or to everyone.
 * Source: IAM User Guide, "Policy evaluation logic" (principals in resource-based policies) and "Permissions boundaries".
 */
export function combineDecisions(given: ToCombine): Decision {
  const { identity, asked, limits, sessionArn } = given;
  const request = { ...asked, principal: { type: 'AWS', value: sessionArn } };
  const own = policyFor(given, grantsInAccount);
  const granted = evaluate([own], request);
  const within =
    granted.effect === 'allow' && limits.length > 0
      ? withinLimits(
          granted,
          evaluate(
            [policyFor(given, (document) => grantsToSession(document, sessionArn))],
            request,
          ),
          given,
        )
      : granted;
  const both = [identity, within];
  const explicit = both.find((it) => it.effect === 'deny' && it.kind === 'explicit');
  const open = both.find(({ effect }) => effect === 'unknown');
  const allowed = both.find(({ effect }) => effect === 'allow');
  return explicit ?? open ?? allowed ?? identity;
}

function withinLimits(
  granted: Decision,
  toSession: Decision,
  { asked, limits }: Pick<ToCombine, 'asked' | 'limits'>,
): Decision {
  if (toSession.effect === 'allow') return toSession;
  const limited = limits.map((limit) => evaluate(limit, asked));
  return (
    limited.find(({ effect }) => effect === 'deny') ??
    limited.find(({ effect }) => effect === 'unknown') ??
    granted
  );
}

function policyFor(
  { own: { name, document }, hasBoundary }: Pick<ToCombine, 'own' | 'hasBoundary'>,
  read: (document: PolicyDocument) => PolicyDocument,
): NamedPolicy {
  if (document.kind !== 'known') return { name, document };
  const value = read(hasBoundary ? withNotPrincipalOfBoundary(document.value) : document.value);
  return { name, document: { kind: 'known', value } };
}
