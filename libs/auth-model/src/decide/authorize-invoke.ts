import { ANONYMOUS, evaluate, type AccessRequest, type Decision } from '@gatehouse/iam';

import type { InvokeDecision } from '../decide';
import type { Role } from '../model';
import type { RestApi, Stage } from '../model-api';

/** A call, as API Gateway weighs it. */
export interface InvokeRequest extends Partial<Pick<AccessRequest, 'context' | 'unknownKeys'>> {
  readonly api: Pick<RestApi, 'name' | 'executionArn' | 'policy'>;
  readonly stage: Pick<Stage, 'name'>;
  /** `GET`. */
  readonly httpMethod: string;
  /** The concrete path below the stage, `/items/7`: what the policies are about, not the template it was routed by. */
  readonly path: string;
}

export interface SignedInvokeRequest extends InvokeRequest {
  readonly role: Pick<Role, 'arn' | 'name' | 'uniqueId' | 'policies'>;
}

/** What identity pools call every session. */
const SESSION_NAME = 'CognitoIdentityCredentials';

/**
 * May a session of the role call this method? Within an account, the role's policies or the API's own may allow it, and an explicit
 * deny in either wins.
 * Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"; IAM User Guide, "Policy
 * evaluation logic"; Cognito Developer Guide, "IAM roles" (session name).
 * @param request `context` holds what the caller knows besides the role: `aws:SourceIp`, `aws:SecureTransport`, …
 */
export function authorizeInvoke(request: SignedInvokeRequest): InvokeDecision {
  const { api, role, context = {}, unknownKeys = [] } = request;
  const account = role.arn.split(':')[4] ?? '';
  const resource = invokeArn(request);
  const asked = {
    action: 'execute-api:Invoke',
    resource,
    context: {
      'aws:PrincipalArn': role.arn,
      'aws:PrincipalAccount': account,
      'aws:PrincipalType': 'AssumedRole',
      'aws:userid': `${role.uniqueId}:${SESSION_NAME}`,
      ...context,
    },
    unknownKeys,
  };
  const identity = evaluate(role.policies, asked);
  if (api.policy === undefined) return { decision: identity, resource };
  const session = `arn:aws:sts::${account}:assumed-role/${role.name}/${SESSION_NAME}`;
  const principal = { type: 'AWS', value: session };
  const own = evaluate([policyOf(api, api.policy)], { ...asked, principal });
  return { decision: combine(identity, own), resource };
}

/**
 * May anybody call a method that asks for no signature? Only a policy of the API can say no.
 * @returns undefined when the API has no policy: nothing stands in the way
 */
export function authorizeUnsignedInvoke(request: InvokeRequest): InvokeDecision | undefined {
  const { api, context = {}, unknownKeys = [] } = request;
  if (api.policy === undefined) return undefined;
  const resource = invokeArn(request);
  const asked = {
    action: 'execute-api:Invoke',
    resource,
    context,
    unknownKeys,
    principal: ANONYMOUS,
  };
  return { decision: evaluate([policyOf(api, api.policy)], asked), resource };
}

/** `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<VERB>/<path>`. */
export function invokeArn({ api, stage, httpMethod, path }: InvokeRequest): string {
  return `${api.executionArn}/${stage.name}/${httpMethod}/${path.replace(/^\//, '')}`;
}

function policyOf(api: InvokeRequest['api'], document: NonNullable<RestApi['policy']>) {
  return { name: `resource policy of API ${api.name}`, document };
}

/** One allow is enough, one explicit deny too, and what is not known could still be that deny. */
function combine(identity: Decision, own: Decision): Decision {
  const both = [identity, own];
  const explicit = both.find(
    (decision) => decision.effect === 'deny' && decision.kind === 'explicit',
  );
  const open = both.find(({ effect }) => effect === 'unknown');
  const allowed = both.find(({ effect }) => effect === 'allow');
  return explicit ?? open ?? allowed ?? identity;
}
