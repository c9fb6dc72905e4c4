import type {
  CallExpression,
  Expression,
  ListExpression,
  ObjectExpression,
  TemplateExpression,
} from './expression';
import { ArgumentProblem, json } from './functions/argument';
import { findFunction } from './functions/functions';
import { isJsonList } from './json-object';
import { TerraformJsonError } from './terraform-json-error';
import { TWO_WAYS } from './two-ways';
import type { Json, Known, Reference, Unknown, Value } from './value';

/** Says what a reference stands for: an id of a local cloud, a value from a state file, or a symbol. */
export type Resolver = (reference: Reference) => Value;

/**
 * Settles an expression as far as the resolver can.
 * - A literal is known; a lone reference is whatever the resolver says, with its type.
 * - Text with references inside, a list or an object is known when all of its parts are, and unknown otherwise, naming the
 *   first part that is not: half a policy must never be read as a whole one.
 */
export function resolve(expression: Expression, resolver: Resolver): Value {
  switch (expression.kind) {
    case 'literal':
      return known(expression.value);
    case 'unknown':
      return expression;
    case 'reference':
      return resolver(expression.reference);
    case 'template':
      return resolveTemplate(expression, resolver);
    case 'call':
      return resolveCall(expression, resolver);
    case 'list':
      return resolveList(expression, resolver);
    case 'object':
      return resolveObject(expression, resolver);
  }
}

export function known<T>(value: T): Known<T> {
  return { kind: 'known', value };
}

/** `aws_iam_role.member.arn`. */
export function describeReference({ address, attribute }: Reference): string {
  return `${address}.${attribute}`;
}

function resolveTemplate({ parts }: TemplateExpression, resolver: Resolver): Value {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = resolver(part);
    if (value.kind !== 'known') return toUnknown(value);
    text += toText(value.value, part);
  }
  return known(text);
}

/** Terraform turns numbers and booleans into text by itself, and refuses the rest. */
function toText(value: Json, reference: Reference): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_TEMPLATE',
    `${describeReference(reference)} is put into text, but it is ${value === null ? 'null' : 'a list or an object'}.`,
  );
}

function resolveCall({ name, args }: CallExpression, resolver: Resolver): Value {
  const [condition, yes, no] = args;
  // What is not chosen need not be known.
  if (name === '?:' && condition && yes && no) {
    const asked = resolve(condition, resolver);
    if (asked.kind !== 'known') return toUnknown(asked);
    return resolve(asked.value === true || asked.value === 'true' ? yes : no, resolver);
  }
  const values = resolveList({ kind: 'list', items: args }, resolver);
  if (values.kind !== 'known') return values;
  const given = isJsonList(values.value) ? values.value : [];
  try {
    return known(json(findFunction(name)?.(...given) ?? null));
  } catch (error) {
    if (!(error instanceof ArgumentProblem)) throw error;
    throw new TerraformJsonError(
      'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
      `A call of ${name} cannot be worked out: ${error.message}. ${TWO_WAYS}`,
      { cause: error },
    );
  }
}

function resolveList({ items }: ListExpression, resolver: Resolver): Value {
  const values: Json[] = [];
  for (const item of items) {
    const value = resolve(item, resolver);
    if (value.kind !== 'known') return toUnknown(value);
    values.push(value.value);
  }
  return known(values);
}

function resolveObject({ entries }: ObjectExpression, resolver: Resolver): Value {
  const values: [string, Json][] = [];
  for (const [key, entry] of Object.entries(entries)) {
    const value = resolve(entry, resolver);
    if (value.kind !== 'known') return toUnknown(value);
    values.push([key, value.value]);
  }
  return known(Object.fromEntries(values));
}

function toUnknown(value: Exclude<Value, Known>): Unknown {
  if (value.kind === 'unknown') return value;
  return { kind: 'unknown', because: `depends on ${describeReference(value.reference)}` };
}
