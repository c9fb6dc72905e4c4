import { BootError } from '../../boot-error';
import { firstHeader } from '../../http/request-headers';
import { readContext, type ReadContext } from './failure-context';

/**
 * Compiles the right side of a gateway response parameter: `'a quoted constant'`, `method.request.header.Origin`,
 * `method.request.querystring.q`, `method.request.path.id`, `context.requestId`, `stageVariables.origin`.
 * Source: API Gateway Developer Guide, "Set up gateway responses to customize error responses".
 * @throws BootError for any other expression
 */
export function compileParameter(text: string, where: string): ReadContext {
  const constant = quotedConstant(text);
  if (constant !== undefined) return () => constant;
  const [, place, name] =
    /^method\.request\.(header|querystring|path)\.([\w.$-]+)$/.exec(text) ?? [];
  if (place === 'header' && name !== undefined) {
    const header = name.toLowerCase();
    return ({ exchange }) => firstHeader(exchange.headers, header);
  }
  if (place === 'path' && name !== undefined) {
    return ({ exchange }) => {
      const parameters = exchange.pathParameters ?? {};
      return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    };
  }
  if (name !== undefined) {
    return ({ exchange }) => new URLSearchParams(exchange.request.rawQuery).get(name) ?? undefined;
  }
  const contextual = readContext(text);
  if (contextual !== undefined) return contextual;
  throw new BootError(
    'ERR_API_GATEWAY_PARAMETER',
    `${where} is ${text}, which is not emulated: use a constant in single quotes, method.request.header.<name>, method.request.querystring.<name>, method.request.path.<name>, context.<name> or stageVariables.<name>, or add it to apps/local-cloud/src/api-gateway/failures/parameter-expression.ts.`,
  );
}

/** `'*'` → `*`; `undefined` when it is not a constant. */
export function quotedConstant(text: string): string | undefined {
  return /^'([^']*)'$/.exec(text)?.[1];
}
