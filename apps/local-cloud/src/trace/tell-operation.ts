import { describeDecision } from '@gatehouse/iam';

import type { TemporaryCredentials } from '../cognito-identity/credentials';
import { decisionFacts } from './decision-facts';
import type { OperationNotes } from './operation-notes';
import { maskedKeyId, nameOfCaller } from './sentence';
import * as access from './tell-access';
import type { Told } from './told';

export function tellLogin({ pool, login }: OperationNotes): Told<'login'> {
  const facts = pool && { identityPoolId: pool.id, ...login };
  if (login === undefined)
    return { isNeeded: false, detail: 'A guest: nobody has signed in.', ...(facts && { facts }) };
  const groups = login.groups.length === 0 ? 'in no group' : `groups: ${login.groups.join(', ')}`;
  return {
    detail: `The token of "${login.username}" is genuine and of this pool's ${login.provider} (${groups}).`,
    ...(facts && { facts }),
  };
}

export function tellIdentity({ identity }: OperationNotes): Told<'identity'> | undefined {
  if (identity === undefined) return undefined;
  const { identityId, isNew } = identity;
  return {
    detail: `To the identity pool they are ${identityId}, ${isNew ? 'which it has made for them' : 'as before'}.`,
    facts: identity,
  };
}

export function tellToken({ token }: OperationNotes): Told<'token'> | undefined {
  if (token === undefined) return undefined;
  const { sub: identityId, aud: identityPoolId, amr } = token;
  return {
    detail: `The token of identity pool ${identityPoolId} is of identity ${identityId} (amr: ${amr.join(', ')}).`,
    facts: { identityPoolId, identityId, amr },
  };
}

/** Of a new session, or of the one that signed. */
export function tellRole({ caller, choice, role }: OperationNotes): Told<'role'> | undefined {
  if (caller !== undefined) return access.tellRole({ caller });
  if (choice?.kind !== 'role' || role === undefined) return undefined;
  const who = choice.because === 'assumed-role' ? 'It is' : 'The identity pool chooses';
  return {
    detail: `${who} role ${role.name}: ${choice.detail}.`,
    facts: { name: role.name, arn: role.arn, because: choice.because },
  };
}

export function tellTrust({ caller, role, trust }: OperationNotes): Told<'trust'> | undefined {
  if (caller !== undefined) return access.tellTrust({ caller });
  if (role === undefined || trust === undefined) return undefined;
  return {
    detail: `The role's trust policy admits the session: ${describeDecision(trust)} it.`,
    facts: { role: role.name, ...decisionFacts(trust) },
  };
}

export function tellSession({ caller, issued }: OperationNotes): Told<'session'> | undefined {
  if (caller !== undefined) return access.tellSession({ caller });
  return issued && tellIssued(issued);
}

function tellIssued(issued: TemporaryCredentials): Told<'session'> {
  const { identityId, identityPoolId, authenticationType, username, expiresAtMs } = issued;
  const accessKeyId = maskedKeyId(issued.accessKeyId);
  const who = issued.flow === 'basic' ? `identity ${identityId}` : nameOfCaller(issued);
  return {
    detail: `A session of ${who} begins, with access key ${accessKeyId}, until ${new Date(expiresAtMs).toISOString()}.`,
    facts: {
      accessKeyId,
      identityId,
      identityPoolId,
      authenticationType,
      ...(username !== undefined && { username }),
      expiresAtMs,
    },
  };
}

export function tellSignature({ caller, claim }: OperationNotes): Told<'signature'> | undefined {
  return caller && claim && access.tellSignature({ caller, claim });
}

export function tellAsked({ asked }: OperationNotes): Told<'operation'> {
  return { detail: `It was asked ${whereAsked(asked)}.`, ...(asked && { facts: asked }) };
}

/** `of user pool users, by client web`. */
export function whereAsked(asked: OperationNotes['asked']): string {
  const { userPool, client } = asked ?? {};
  const by = client === undefined ? '' : `, by client ${client}`;
  return `${userPool === undefined ? 'of a user pool that is not known' : `of user pool ${userPool}`}${by}`;
}
