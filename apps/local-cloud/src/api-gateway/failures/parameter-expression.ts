import { BootError } from '../../boot-error';
import { firstHeader } from '../request-headers';
import { CONTEXT_VARIABLES, type FailureContext } from './gateway-template';

/** `undefined` when the request has no such value: the parameter is then left out. */
export type ParameterExpression = (context: FailureContext) => string | undefined;

/**
 * Compiles the right side of a gateway response parameter: `'a quoted constant'`, `method.request.header.Origin`,
 * `method.request.querystring.q`, `context.requestId`.
 * Source: API Gateway Developer Guide, "Set up gateway responses to customize error responses".
 * @throws BootError for any other expression
 */
export function compileParameter(text: string, where: string): ParameterExpression {
  const constant = quotedConstant(text);
  if (constant !== undefined) return () => constant;
  const [, place, name] = /^method\.request\.(header|querystring)\.([\w.$-]+)$/.exec(text) ?? [];
  if (place === 'header' && name !== undefined) {
    const header = name.toLowerCase();
    return ({ exchange }) => firstHeader(exchange.headers, header);
  }
  if (name !== undefined) {
    return ({ exchange }) => new URLSearchParams(exchange.request.rawQuery).get(name) ?? undefined;
  }
  const contextual = contextVariable(text);
  if (contextual !== undefined) return contextual;
  throw new BootError(
    'ERR_API_GATEWAY_PARAMETER',
    `${where} is ${text}, which is not emulated: use a constant in single quotes, method.request.header.<name>, method.request.querystring.<name> or context.requestId, or add it to apps/local-cloud/src/api-gateway/failures/parameter-expression.ts.`,
  );
}

/** `'*'` → `*`; `undefined` when it is not a constant. */
export function quotedConstant(text: string): string | undefined {
  return /^'([^']*)'$/.exec(text)?.[1];
}

function contextVariable(text: string): ParameterExpression | undefined {
  const known: Readonly<Record<string, ParameterExpression>> = CONTEXT_VARIABLES;
  const name = text.startsWith('context.') ? text.slice('context.'.length) : '';
  return Object.hasOwn(known, name) ? known[name] : undefined;
}
