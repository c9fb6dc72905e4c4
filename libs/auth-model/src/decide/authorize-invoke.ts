import { ANONYMOUS, evaluate, type AccessRequest } from '@gatehouse/iam';

import type { InvokeDecision, Session } from '../decide';
import type { RestApi, Stage } from '../model-api';
import { authorizeSession, type SessionRole } from './authorize-session';

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
  readonly role: SessionRole;
  /** @default what identity pools make of everyone who has signed in */
  readonly session?: Session;
}

/**
 * May a session of the role call this method? Within an account, the role's policies or the API's own may allow it, and an explicit
 * deny in either wins. A permissions boundary and the policies of the session take away what they do not allow.
 * Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow"; IAM User Guide, "Policy
 * evaluation logic".
 * @param request `context` holds what the caller knows besides the role: `aws:SourceIp`, `aws:SecureTransport`, …
 */
export function authorizeInvoke(request: SignedInvokeRequest): InvokeDecision {
  const { api, role, session, context, unknownKeys } = request;
  const resource = invokeArn(request);
  const decision = authorizeSession({
    role,
    action: 'execute-api:Invoke',
    resource,
    ...(session && { session }),
    ...(api.policy && { own: policyOf(api, api.policy) }),
    ...(context && { context }),
    ...(unknownKeys && { unknownKeys }),
  });
  return { decision, resource };
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
