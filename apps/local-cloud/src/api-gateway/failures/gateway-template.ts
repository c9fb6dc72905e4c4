import { BootError } from '../../boot-error';
import type { Exchange } from '../exchange';
import type { GatewayFailure } from './gateway-failure';

/** What a gateway response template or parameter may look at. */
export interface FailureContext {
  readonly failure: GatewayFailure;
  readonly exchange: Exchange;
}

type Render = (context: FailureContext) => string;

/** Source: API Gateway Developer Guide, "Variables for data models, mapping templates, and gateway responses". */
export const CONTEXT_VARIABLES = {
  'error.message': ({ failure }) => failure.message,
  'error.messageString': ({ failure }) => JSON.stringify(failure.message),
  'error.responseType': ({ failure }) => failure.responseType,
  requestId: ({ exchange }) => exchange.ids.requestId,
  extendedRequestId: ({ exchange }) => exchange.ids.extendedRequestId,
} as const satisfies Record<string, Render>;

const VARIABLE = /\$(?:context\.([A-Za-z]+(?:\.[A-Za-z]+)*)|\{context\.([A-Za-z.]+)\})/g;

/**
 * Compiles the body of a gateway response: text with `$context.…` variables. AWS gives these templates no other VTL.
 * @throws BootError for a variable or directive outside the list
 */
export function compileGatewayTemplate(template: string, where: string): Render {
  const parts: (string | Render)[] = [];
  let end = 0;
  for (const match of template.matchAll(VARIABLE)) {
    parts.push(assertPlain(template.slice(end, match.index), where));
    parts.push(variable(match[1] ?? match[2] ?? '', where));
    end = match.index + match[0].length;
  }
  parts.push(assertPlain(template.slice(end), where));
  return (context) =>
    parts.map((part) => (typeof part === 'string' ? part : part(context))).join('');
}

function variable(name: string, where: string): Render {
  const known: Readonly<Record<string, Render>> = CONTEXT_VARIABLES;
  const render = Object.hasOwn(known, name) ? known[name] : undefined;
  return render ?? refuse(`$context.${name}`, where);
}

function assertPlain(text: string, where: string): string {
  const odd = /\$\S*|#(?:[a-z{[*#]\S*)/i.exec(text);
  return odd === null ? text : refuse(odd[0], where);
}

function refuse(found: string, where: string): never {
  throw new BootError(
    'ERR_API_GATEWAY_TEMPLATE',
    `${where} uses ${found} in its template, which is not emulated: use ${Object.keys(
      CONTEXT_VARIABLES,
    )
      .map((name) => `$context.${name}`)
      .join(', ')}, or add it to apps/local-cloud/src/api-gateway/failures/gateway-template.ts.`,
  );
}
