import { evaluateTrust as evaluateTrustPolicy, type Decision } from '@gatehouse/iam';

import type { Role } from '../model';
import { COGNITO_PROVIDER, COGNITO_SESSION_NAME } from './authorize-session';
import { requestKeys, type AskedRequest } from './call-keys';
import { unknownKeys } from './condition-keys';

export type TrustingRole = Pick<Role, 'name' | 'trust'> & Partial<Pick<Role, 'arn' | 'tags'>>;

/** Whom an identity pool wants to give a role. */
export interface TrustRequest {
  /** The id of the identity pool. */
  readonly audience: string;
  /** How the identity signed in: `['unauthenticated']`, or `authenticated`, the provider and `<provider>:CognitoSignIn:<sub>`. */
  readonly amr: readonly string[];
  /** The identity id; `undefined` where no identity has been made yet, as in a review. */
  readonly subject: string | undefined;
  /** What the session is to be tagged with: the policy must then allow `sts:TagSession` too. @default nothing */
  readonly tags?: Readonly<Record<string, string>>;
  /** Tags of which only the name is known. @default none */
  readonly unknownTags?: readonly string[];
  /** `RoleSessionName` of the basic flow. @default the name that identity pools give */
  readonly sessionName?: string;
  /**
   * Who asks STS: the client itself in the basic flow, else the pool, of whose own request AWS documents neither address nor agent.
   * @default `pool`
   */
  readonly asker?: 'pool' | 'client';
  /** What is known of the request. @default there is none yet, as in a review: what hangs on the time, say, cannot be told */
  readonly request?: AskedRequest;
}

/**
 * Whether a role lets an identity pool give it away.
 * Source: Cognito Developer Guide, "IAM roles" (role trust and permissions) and "Using attributes for access control" (TagSession);
 * STS API reference, "AssumeRoleWithWebIdentity"; for the keys, `condition-key-table.ts`.
 */
export function evaluateTrust(role: TrustingRole, request: TrustRequest): Decision {
  const { tags = {}, unknownTags = [] } = request;
  const assumed = ask(role, request, 'sts:AssumeRoleWithWebIdentity');
  const isTagged = Object.keys(tags).length + unknownTags.length > 0;
  if (!isTagged || assumed.effect === 'deny') return assumed;
  const tagged = ask(role, request, 'sts:TagSession');
  return tagged.effect === 'allow' ? assumed : tagged;
}

function ask(role: TrustingRole, asked: TrustRequest, action: string): Decision {
  const { subject, unknownTags = [], asker = 'pool', request } = asked;
  return evaluateTrustPolicy(
    { name: `trust of role ${role.name}`, document: role.trust },
    {
      principal: { type: 'Federated', value: COGNITO_PROVIDER },
      action,
      context: {
        ...keysOfToken(asked),
        ...keysOfRole(role),
        'aws:SecureTransport': 'true',
        ...(asker === 'client' && { 'aws:ViaAWSService': 'false' }),
        ...(request && requestKeys(request)),
      },
      unknownKeys: [
        ...(subject === undefined ? [`${COGNITO_PROVIDER}:sub`] : []),
        ...unknownTags.map((tag) => `aws:RequestTag/${tag}`),
      ],
      isUnknownKey: unknownKeys(asker, request === undefined ? 'ahead' : 'asked'),
    },
  );
}

type Context = Readonly<Record<string, string | readonly string[]>>;

/** What the token of the pool says, and what is asked for it. */
function keysOfToken({
  audience,
  amr,
  subject,
  tags = {},
  unknownTags = [],
  sessionName = COGNITO_SESSION_NAME,
}: TrustRequest): Context {
  const names = [...Object.keys(tags), ...unknownTags];
  return {
    'aws:FederatedProvider': COGNITO_PROVIDER,
    [`${COGNITO_PROVIDER}:aud`]: audience,
    [`${COGNITO_PROVIDER}:amr`]: amr,
    ...(subject !== undefined && { [`${COGNITO_PROVIDER}:sub`]: subject }),
    'sts:RoleSessionName': sessionName,
    ...(names.length > 0 && { 'aws:TagKeys': names }),
    ...withPrefix('aws:RequestTag/', tags),
  };
}

/** The role is the resource. Source: IAM User Guide, "IAM and AWS STS condition context keys", ResourceTag. */
function keysOfRole({ arn = '', tags = {} }: TrustingRole): Context {
  const account = arn.split(':')[4] ?? '';
  return {
    ...(account !== '' && { 'aws:ResourceAccount': account }),
    ...withPrefix('aws:ResourceTag/', tags),
    ...withPrefix('iam:ResourceTag/', tags),
  };
}

function withPrefix(prefix: string, tags: Readonly<Record<string, string>>): Context {
  return Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`${prefix}${tag}`, value]));
}
