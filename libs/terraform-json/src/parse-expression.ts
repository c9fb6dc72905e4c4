import { evaluate } from './evaluate/evaluate';
import { joinText } from './evaluate/join-text';
import { emptyScope, type Scope } from './evaluate/scope';
import type { Expression } from './expression';
import { parseSyntax } from './hcl/parse-syntax';
import { SyntaxProblem } from './hcl/syntax';
import { isJsonList, isJsonObject } from './json-object';
import { parseReference } from './reference-forms';
import { parseTemplate, type TemplatePart } from './template';
import { TerraformJsonError } from './terraform-json-error';
import { TWO_WAYS } from './two-ways';
import type { Json } from './value';

/** Deeper than any provider schema; a file that goes beyond it is not a stack. */
const MAX_DEPTH = 64;

/**
 * Parses one value of the configuration, templates and all.
 * @param where file and path for messages: `cdk.tf.json: resource.aws_iam_role.member.name`
 * @param scope what names stand for
 */
export function parseExpression(
  json: Json,
  where: string,
  scope: Scope = emptyScope(),
  depth = 0,
): Expression {
  refuseDepth(depth, where);
  if (typeof json === 'string') return parseString(json, where, scope);
  if (isJsonList(json)) {
    const items = json.map((item, index) =>
      parseExpression(item, `${where}[${index}]`, scope, depth + 1),
    );
    return { kind: 'list', items };
  }
  if (isJsonObject(json)) {
    const entries = Object.entries(json).map(([key, value]): [string, Expression] => [
      parseKey(key, where, scope),
      parseExpression(value, `${where}.${key}`, scope, depth + 1),
    ]);
    return { kind: 'object', entries: Object.fromEntries(entries) };
  }
  return { kind: 'literal', value: json };
}

/** Also where nothing is parsed: what walks a value calls itself. */
export function refuseDepth(depth: number, where: string): void {
  if (depth <= MAX_DEPTH) return;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_SHAPE',
    `${where} is nested deeper than ${MAX_DEPTH} levels: Terraform did not write this.`,
  );
}

function parseString(text: string, where: string, scope: Scope): Expression {
  const parts = templateParts(text, where).map((part) =>
    part.kind === 'text' ? part.text : parsePart(part, where, scope),
  );
  const [first = '', second] = parts;
  // On its own it keeps its type.
  if (second === undefined && typeof first !== 'string') return first;
  try {
    return joinText(parts, scope.budget);
  } catch (error) {
    throw refusalOf(error, text, where);
  }
}

function templateParts(text: string, where: string): readonly TemplatePart[] {
  const parsed = parseTemplate(text);
  if (parsed.ok) return parsed.parts;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_TEMPLATE',
    `${where} opens an interpolation that is never closed: ${excerpt(text.slice(parsed.at))}. Literal text needs $\${ or %%{.`,
  );
}

function parsePart(
  { kind, source }: Exclude<TemplatePart, { kind: 'text' }>,
  where: string,
  scope: Scope,
): Expression {
  // What nearly every interpolation is.
  const reference = kind === 'interpolation' ? parseReference(source) : undefined;
  const root = reference?.address.split('.', 1)[0] ?? '';
  if (reference !== undefined && !scope.bindings.has(root)) return { kind: 'reference', reference };
  try {
    if (kind === 'directive') throw new SyntaxProblem('directives are not read');
    return evaluate(parseSyntax(source), scope);
  } catch (error) {
    throw refusalOf(error, `${kind === 'directive' ? '%' : '$'}{${source}}`, where);
  }
}

function refusalOf(error: unknown, expression: string, where: string): unknown {
  if (!(error instanceof SyntaxProblem)) return error;
  return new TerraformJsonError(
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    `${where} holds the expression ${excerpt(expression)}, which cannot be worked out here: ${error.message}. ${TWO_WAYS}`,
    { cause: error },
  );
}

function parseKey(key: string, where: string, scope: Scope): string {
  const at = `the key ${JSON.stringify(key)} in ${where}`;
  const expression = parseString(key, at, scope);
  if (expression.kind === 'literal') return String(expression.value);
  throw new TerraformJsonError(
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    `${at} is known only after apply, so that nobody can tell here what is under it. ${TWO_WAYS}`,
  );
}

function excerpt(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`;
}
