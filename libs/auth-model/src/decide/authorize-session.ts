import { evaluate, type AccessRequest, type Decision, type NamedPolicy } from '@gatehouse/iam';

import type { Session } from '../decide';
import type { Role } from '../model';
import { combineDecisions, type ToCombine } from './combine-decisions';
import { unknownKeys, type Moment } from './condition-keys';
import { principalTags } from './principal-tags';

export type SessionRole = Pick<
  Role,
  'arn' | 'name' | 'uniqueId' | 'policies' | 'permissionsBoundary'
> &
  Partial<Pick<Role, 'tags'>>;

/** What a session of a role wants to do. `context` holds what is known besides the role: `aws:SourceIp`, `aws:SecureTransport`, … */
export interface SessionRequest
  extends
    Pick<AccessRequest, 'action' | 'resource' | 'resourceIsPattern'>,
    Partial<Pick<AccessRequest, 'context' | 'unknownKeys'>> {
  /** @default `asked`: keys of the request that `context` lacks are absent */
  readonly moment?: Moment;
  readonly role: SessionRole;
  /** @default what identity pools make of everyone who has signed in */
  readonly session?: Session;
  /** The policy of the resource. @default it has none */
  readonly own?: ToCombine['own'];
}

/** What identity pools call every session. Source: Cognito Developer Guide, "IAM roles". */
export const COGNITO_SESSION_NAME = 'CognitoIdentityCredentials';

/** Whom trust policies name. Source: Cognito Developer Guide, "IAM roles". */
export const COGNITO_PROVIDER = 'cognito-identity.amazonaws.com';

/**
 * What AWS takes whoever comes through an identity pool for. Source: IAM User Guide, "AWS global condition context keys", and
 * "IAM policy elements: Variables and tags", principal key values.
 */
const SESSION_KEYS = {
  'aws:PrincipalType': 'AssumedRole',
  'aws:PrincipalIsAWSService': 'false',
  'aws:FederatedProvider': COGNITO_PROVIDER,
};

/**
 * May a session of the role do this? Within an account, the role's policies or the resource's own may allow it, and an explicit deny
 * in either wins. A permissions boundary and the policies of the session take away what they do not allow.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function authorizeSession(request: SessionRequest): Decision {
  const { role, action, resource, resourceIsPattern = false, own, context = {} } = request;
  const { session = { name: COGNITO_SESSION_NAME }, moment = 'asked' } = request;
  const account = role.arn.split(':')[4] ?? '';
  const asked = {
    action,
    resource,
    resourceIsPattern,
    context: {
      ...SESSION_KEYS,
      'aws:PrincipalArn': role.arn,
      ...(account !== '' && { 'aws:PrincipalAccount': account }),
      'aws:userid': `${role.uniqueId}:${session.name}`,
      ...principalTags(role, session),
      ...context,
    },
    unknownKeys: request.unknownKeys ?? [],
    isUnknownKey: unknownKeys('session', moment),
  };
  const limits = limitsOf(role, session);
  const identity = evaluate(role.policies, asked, limits);
  if (own === undefined) return identity;
  const sessionArn = `arn:aws:sts::${account}:assumed-role/${role.name}/${session.name}`;
  const hasBoundary = role.permissionsBoundary !== undefined;
  return combineDecisions({ identity, asked, limits, own, sessionArn, hasBoundary });
}

/** Each is a set of its own: all must allow. */
function limitsOf(
  { permissionsBoundary }: SessionRole,
  { policies }: Session,
): readonly (readonly NamedPolicy[])[] {
  return [
    ...(permissionsBoundary ? [[boundaryOf(permissionsBoundary)]] : []),
    ...(policies ? [policies] : []),
  ];
}

function boundaryOf({ name, document }: NamedPolicy): NamedPolicy {
  return { name: `permissions boundary ${name}`, document };
}
