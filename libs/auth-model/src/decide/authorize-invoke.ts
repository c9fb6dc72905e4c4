import { ANONYMOUS, evaluate, type AccessRequest } from '@gatehouse/iam';

import type { InvokeDecision, Session } from '../decide';
import type { RestApi, Stage } from '../model-api';
import { authorizeSession, type SessionRole } from './authorize-session';
import { placeKeys } from './call-keys';
import { unknownKeys, type Moment } from './condition-keys';

/** A call, as API Gateway weighs it. */
export interface InvokeRequest extends Partial<Pick<AccessRequest, 'context' | 'unknownKeys'>> {
  readonly api: Pick<RestApi, 'name' | 'executionArn' | 'policy'>;
  readonly stage: Pick<Stage, 'name'>;
  /** `GET`. */
  readonly httpMethod: string;
  /** The concrete path below the stage, `/items/7`: what the policies are about, not the template it was routed by. */
  readonly path: string;
  /** Whether `path` stands for every path that its stars match. @default false */
  readonly pathIsPattern?: boolean;
  /** @default `asked`: keys of the request that `context` lacks are absent */
  readonly moment?: Moment;
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
  const { api, role, session, context, moment } = request;
  const resource = invokeArn(request);
  const decision = authorizeSession({
    role,
    action: 'execute-api:Invoke',
    resource,
    resourceIsPattern: request.pathIsPattern ?? false,
    context: { ...keysOfPlace(api.executionArn), ...context },
    ...(session && { session }),
    ...(api.policy && { own: policyOf(api, api.policy) }),
    ...(request.unknownKeys && { unknownKeys: request.unknownKeys }),
    ...(moment && { moment }),
  });
  return { decision, resource };
}

/**
 * May anybody call a method that asks for no signature? Only a policy of the API can say no.
 * @returns undefined when the API has no policy: nothing stands in the way
 */
export function authorizeUnsignedInvoke(request: InvokeRequest): InvokeDecision | undefined {
  const { api, context, moment = 'asked', pathIsPattern = false } = request;
  if (api.policy === undefined) return undefined;
  const resource = invokeArn(request);
  const asked = {
    action: 'execute-api:Invoke',
    resource,
    resourceIsPattern: pathIsPattern,
    context: { ...keysOfPlace(api.executionArn), ...context },
    unknownKeys: request.unknownKeys ?? [],
    isUnknownKey: unknownKeys('unsigned', moment),
    principal: ANONYMOUS,
  };
  return { decision: evaluate([policyOf(api, api.policy)], asked), resource };
}

/** `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<VERB>/<path>`. */
export function invokeArn({ api, stage, httpMethod, path }: InvokeRequest): string {
  return `${api.executionArn}/${stage.name}/${httpMethod}/${path.replace(/^\//, '')}`;
}

/** Read once for each API. */
const keysByArn = new Map<string, AccessRequest['context']>();

function keysOfPlace(executionArn: string): AccessRequest['context'] {
  const before = keysByArn.get(executionArn);
  if (before !== undefined) return before;
  const [, region, accountId] =
    /^arn:[^:]+:execute-api:([a-z\d-]+):(\d{12}):/.exec(executionArn) ?? [];
  const keys = placeKeys({ ...(region && { region }), ...(accountId && { accountId }) });
  keysByArn.set(executionArn, keys);
  return keys;
}

function policyOf(api: InvokeRequest['api'], document: NonNullable<RestApi['policy']>) {
  return { name: `resource policy of API ${api.name}`, document };
}
