import { BootError } from '../../boot-error';
import { CONTEXT_VARIABLE_NAMES, readContext, type FailureContext } from './failure-context';

type Render = (context: FailureContext) => string;

const NAME = String.raw`(?:context(?:\.[A-Za-z]+)+|stageVariables\.\w+)`;
const VARIABLE = new RegExp(String.raw`\$(?:(${NAME})|\{(${NAME})\})`, 'g');

/**
 * Compiles the body of a gateway response: text with `$context.…` and `$stageVariables.…`. AWS gives these templates no other VTL.
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
  const read = readContext(name) ?? refuse(`$${name}`, where);
  return (context) => read(context) ?? '';
}

function assertPlain(text: string, where: string): string {
  const odd = /\$\S*|#(?:[a-z{[*#]\S*)/i.exec(text);
  return odd === null ? text : refuse(odd[0], where);
}

function refuse(found: string, where: string): never {
  throw new BootError(
    'ERR_API_GATEWAY_TEMPLATE',
    `${where} uses ${found} in its template, which is not emulated: use ${CONTEXT_VARIABLE_NAMES.join(', ')}, $stageVariables.<name>, or add it to apps/local-cloud/src/api-gateway/failures/failure-context.ts.`,
  );
}
