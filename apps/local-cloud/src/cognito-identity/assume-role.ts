import {
  chooseRole,
  COGNITO_SESSION_NAME,
  evaluateTrust,
  GUEST_SESSION_POLICIES,
  sessionTags,
} from '@gatehouse/auth-model';
import type { IdentityPool, Role, RoleChoice } from '@gatehouse/auth-model';
import { describeDecision } from '@gatehouse/iam';

import { internalError } from '../http/json-error';
import type { AwsError } from '../http/json-error';
import type { OperationNotes } from '../trace/operation-notes';
import type { TemporaryCredentials } from './credentials';
import { generateCredentials } from './generate-credentials';
import { guestsNotSupported, invalidPoolConfiguration, notAuthorized } from './identity-errors';
import { amrOf, leadingLogin } from './leading-login';
import type { IdentityServices } from './services';
import { authenticationOf } from './session';
import { tagProblem } from './tag-problem';
import type { VerifiedLogin } from './verify-logins';

/** Whom the pool gives a role. */
export interface Assuming {
  readonly pool: IdentityPool;
  readonly identityId: string;
  /** None: a guest. */
  readonly verified: readonly VerifiedLogin[];
  readonly customRoleArn: string | undefined;
}

/**
 * The enhanced flow's session: the role mapping chooses the role, its trust policy consents, and a guest is scoped down.
 * @param notes what was decided, as far as it came
 * @throws AwsError when there is no such role, or it refuses
 */
export function assumeRole(
  { model, clock }: Pick<IdentityServices, 'model' | 'clock'>,
  { pool, identityId, verified, customRoleArn }: Assuming,
  notes: OperationNotes,
): TemporaryCredentials {
  const leading = leadingLogin(pool, verified);
  const { choice, role } = choose(model, pool, leading, customRoleArn);
  notes.choice = choice;
  notes.role = role;
  const { tags } = sessionTags(pool, leading?.login);
  const amr = amrOf(verified);
  const nowMs = clock.now();
  const trust = evaluateTrust(role, {
    audience: pool.id,
    amr,
    subject: identityId,
    tags,
    request: { atMs: nowMs },
  });
  notes.trust = trust;
  if (trust.effect !== 'allow') {
    throw invalidPoolConfiguration(
      `the trust policy of role ${role.name} ${describeDecision(trust)}`,
    );
  }
  const problem = tagProblem(tags);
  if (problem !== undefined) throw invalidPoolConfiguration(problem);
  return {
    ...generateCredentials(nowMs),
    role: { name: role.name, arn: role.arn, uniqueId: role.uniqueId },
    choice,
    trust,
    flow: 'enhanced',
    sessionName: COGNITO_SESSION_NAME,
    ...(verified.length === 0 && { sessionPolicies: GUEST_SESSION_POLICIES }),
    principalTags: tags,
    identityId,
    identityPoolId: pool.id,
    ...authenticationOf(amr),
    ...(leading && { username: leading.username }),
  };
}

function choose(
  model: Pick<IdentityServices['model'], 'roles'>,
  pool: IdentityPool,
  leading: VerifiedLogin | undefined,
  customRoleArn: string | undefined,
): { readonly choice: Extract<RoleChoice, { kind: 'role' }>; readonly role: Role } {
  const choice = chooseRole(pool, leading?.login, customRoleArn);
  if (choice.kind === 'unknown') throw internalError(`the role cannot be told: ${choice.because}`);
  if (choice.kind === 'denied') throw roleRefused(choice, leading?.login.provider ?? '');
  const role = model.roles.find(({ arn }) => arn === choice.roleArn);
  if (role) return { choice, role };
  throw invalidPoolConfiguration(`${choice.detail}, but the stack has no role ${choice.roleArn}`);
}

/** AWS documents no text for a role that the token does not carry. */
function roleRefused(choice: Extract<RoleChoice, { kind: 'denied' }>, provider: string): AwsError {
  const { because: reason, detail: because } = choice;
  switch (reason) {
    case 'ambiguous-role-mapping':
      return notAuthorized(
        `The ambiguous role mapping rules for: ${provider} denied this request.`,
        { because },
      );
    case 'custom-role-not-in-token':
      return notAuthorized('Access to the requested role is forbidden.', { because });
    case 'guests-not-allowed':
      return guestsNotSupported();
    case 'no-role-set':
      return invalidPoolConfiguration(because);
  }
}
