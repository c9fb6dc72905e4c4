import type { Expression } from './expression';
import { isJsonList, isJsonObject } from './json-object';
import { parseReference, REFERENCE_FORMS } from './reference-forms';
import { parseTemplate, type TemplatePart } from './template';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, Reference } from './value';

/** Deeper than any provider schema; a file that goes beyond it is not a stack. */
const MAX_DEPTH = 64;

/**
 * Parses one value of the configuration, templates and all.
 * @param where file and path for messages: `cdk.tf.json: resource.aws_iam_role.member.name`
 */
export function parseExpression(json: Json, where: string, depth = 0): Expression {
  refuseDepth(depth, where);
  if (typeof json === 'string') return parseString(json, where);
  if (isJsonList(json)) {
    const items = json.map((item, index) => parseExpression(item, `${where}[${index}]`, depth + 1));
    return { kind: 'list', items };
  }
  if (isJsonObject(json)) {
    const entries = Object.entries(json).map(([key, value]): [string, Expression] => [
      parseKey(key, where),
      parseExpression(value, `${where}.${key}`, depth + 1),
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

function parseString(text: string, where: string): Expression {
  const parts = templateParts(text, where).map((part) => toTextOrReference(part, where));
  const [first] = parts;
  if (first === undefined) return { kind: 'literal', value: '' };
  if (parts.length > 1) return { kind: 'template', parts };
  return typeof first === 'string'
    ? { kind: 'literal', value: first }
    : { kind: 'reference', reference: first };
}

function templateParts(text: string, where: string): readonly TemplatePart[] {
  const parsed = parseTemplate(text);
  if (parsed.ok) return parsed.parts;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_TEMPLATE',
    `${where} opens an interpolation that is never closed: ${excerpt(text.slice(parsed.at))}. Literal text needs $\${ or %%{.`,
  );
}

function toTextOrReference(part: TemplatePart, where: string): string | Reference {
  if (part.kind === 'text') return part.text;
  const reference = part.kind === 'interpolation' ? parseReference(part.source) : undefined;
  if (reference !== undefined) return reference;
  const source = `${part.kind === 'directive' ? '%' : '$'}{${part.source}}`;
  const forms = REFERENCE_FORMS.map(({ form }) => `\${${form}}`).join(' and ');
  throw new TerraformJsonError(
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    `${where} holds the expression ${excerpt(source)}, but only ${forms} are read. ` +
      'Write it as plain references, or add the form to libs/terraform-json/src/reference-forms.ts.',
  );
}

function parseKey(key: string, where: string): string {
  const expression = parseString(key, `the key ${JSON.stringify(key)} in ${where}`);
  if (expression.kind === 'literal') return String(expression.value);
  throw new TerraformJsonError(
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    `${where} has an interpolation in the key ${JSON.stringify(key)}; only values may have one.`,
  );
}

function excerpt(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`;
}
