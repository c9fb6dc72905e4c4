import { describeDecision } from '@gatehouse/iam';

import type { CallNotes } from './call-notes';
import { decisionFacts } from './decision-facts';
import { maskedKeyId, nameOfCaller, sentence } from './sentence';
import type { Told } from './told';

const ACTION = 'execute-api:Invoke';

export function tellRoute({ api, stage, method, pathParameters }: CallNotes): Told<'route'> {
  if (method === undefined) return { detail: 'No method was found.' };
  const { httpMethod, resourcePath, authorization, apiKeyRequired } = method;
  const isSigned = authorization.kind === 'known' && authorization.value === 'AWS_IAM';
  const wantsKey = apiKeyRequired.kind === 'known' && apiKeyRequired.value;
  const asks = isSigned ? 'asks for a signature' : 'asks for no signature';
  return {
    detail: `${httpMethod} ${resourcePath} of API ${api.name}, stage ${stage?.name ?? ''}: it ${asks}${wantsKey ? ' and an API key' : ''}.`,
    facts: {
      resourcePath,
      httpMethod,
      authorization: isSigned ? 'AWS_IAM' : 'NONE',
      apiKeyRequired: wantsKey,
      ...(pathParameters && { pathParameters }),
    },
  };
}

export function tellSignature({
  caller,
  claim,
}: Pick<CallNotes, 'caller' | 'claim'>): Told<'signature'> {
  if (caller === undefined || claim === undefined)
    return { isNeeded: false, detail: 'The method asks for no signature.' };
  const accessKeyId = maskedKeyId(caller.accessKeyId);
  const { placement, signedHeaders } = claim;
  return {
    detail: `The signature is the one that access key ${accessKeyId} makes for this request (signed headers: ${signedHeaders.join(', ')}).`,
    facts: { accessKeyId, placement, signedHeaders },
  };
}

export function tellSession({ caller }: Pick<CallNotes, 'caller'>): Told<'session'> {
  if (caller === undefined) return { isNeeded: false, detail: 'Nobody has to be signed in.' };
  const { accessKeyId, identityId, identityPoolId, authenticationType, username, expiresAtMs } =
    caller;
  return {
    detail: `The key belongs to a session of ${nameOfCaller(caller)}, identity ${identityId}, until ${new Date(expiresAtMs).toISOString()}.`,
    facts: {
      accessKeyId: maskedKeyId(accessKeyId),
      identityId,
      identityPoolId,
      authenticationType,
      ...(username !== undefined && { username }),
      expiresAtMs,
    },
  };
}

export function tellRole({ caller }: Pick<CallNotes, 'caller'>): Told<'role'> {
  if (caller === undefined) return { isNeeded: false, detail: 'Without a session, no role.' };
  const { role, choice } = caller;
  return {
    detail: `The session has role ${role.name}: ${choice.detail}.`,
    facts: { name: role.name, arn: role.arn, because: choice.because },
  };
}

/** What admitted the session when it was made. */
export function tellTrust({ caller }: Pick<CallNotes, 'caller'>): Told<'trust'> {
  if (caller === undefined) return { isNeeded: false, detail: 'Without a role, no trust policy.' };
  const { role, trust } = caller;
  return {
    detail: `Its trust policy admitted the session: ${describeDecision(trust)} it.`,
    facts: { role: role.name, ...decisionFacts(trust) },
  };
}

export function tellPolicy({ caller, decided }: CallNotes): Told<'policy'> {
  if (decided === undefined)
    return {
      isNeeded: false,
      detail: 'Open to anyone: the method asks for no signature, and the API has no policy.',
    };
  const { decision, resource } = decided;
  return {
    detail: `${sentence(describeDecision(decision)).slice(0, -1)} ${ACTION} on ${resource}.`,
    facts: {
      ...(caller && { role: caller.role.name }),
      action: ACTION,
      resource,
      ...decisionFacts(decision),
    },
  };
}
