import {
  authorizeInvoke,
  authorizeUnsignedInvoke,
  concretePaths,
  type AuthModel,
  type InvokeDecision,
  type RestApi,
} from '@gatehouse/auth-model';
import { describeDecision } from '@gatehouse/iam';

import type { TemporaryCredentials } from '../../cognito-identity/credentials';
import { sessionArn, sessionOfCredentials } from '../../cognito-identity/session';
import type { RoutedExchange } from '../exchange';
import { accessDenied } from '../failures/access-denied';
import type { GatewayFailure } from '../failures/gateway-failure';
import { invokeContext } from './invoke-context';

export type Authorization =
  /** `decided` is absent where nothing had to be weighed. */
  | { readonly kind: 'allowed'; readonly decided?: InvokeDecision; readonly because?: string }
  | {
      readonly kind: 'refused';
      readonly decided: InvokeDecision;
      readonly failure: GatewayFailure;
    };

/** Decides whether a caller (nobody, on methods without authorization) may invoke the method. */
export type Authorize = (
  exchange: RoutedExchange,
  caller: TemporaryCredentials | undefined,
) => Authorization;

const ACTION = 'execute-api:Invoke';

/** Every spelling of the path must be allowed; the first that is not decides the answer. */
export function createAuthorize(
  model: Pick<AuthModel, 'accountId' | 'roles'>,
  api: RestApi,
): Authorize {
  const roleByArn = new Map(model.roles.map((role) => [role.arn, role]));
  return (exchange, caller) => {
    const { stage, request } = exchange;
    const role = caller && (roleByArn.get(caller.role.arn) ?? { ...caller.role, policies: [] });
    const session = caller && sessionOfCredentials(caller);
    const context = invokeContext(exchange, caller);
    let first: InvokeDecision | undefined;
    for (const path of concretePaths(exchange.place.asSent)) {
      const asked = { api, stage, httpMethod: request.method, path, context };
      const decided =
        role === undefined || session === undefined
          ? authorizeUnsignedInvoke(asked)
          : authorizeInvoke({ ...asked, role, session });
      if (decided === undefined) return { kind: 'allowed' };
      if (decided.decision.effect !== 'allow') {
        const user = caller === undefined ? 'anonymous' : sessionArn(caller, model.accountId);
        const failure = refuse(decided, user, role === undefined ? user : `role ${role.name}`);
        return { kind: 'refused', decided, failure };
      }
      first ??= decided;
    }
    if (first === undefined) return { kind: 'allowed' };
    return { kind: 'allowed', decided: first, because: describeDecision(first.decision) };
  };
}

function refuse(
  { decision, resource }: InvokeDecision,
  user: string,
  subject: string,
): GatewayFailure {
  const because = `${subject} ${describeDecision(decision, { action: ACTION, resource })}`;
  const explicit = decision.effect === 'deny' && decision.kind === 'explicit';
  return accessDenied({ user, resource, explicit, because });
}
