import { withBindings, type Scope } from '../evaluate/scope';
import type { Expression } from '../expression';
import { parseExpression } from '../parse-expression';
import { TerraformJsonError } from '../terraform-json-error';
import { TWO_WAYS } from '../two-ways';
import type { JsonObject } from '../value';

/** What becomes of one block: itself, or as many as `count` or `for_each` say. */
export type Instances =
  | { readonly kind: 'one' }
  | { readonly kind: 'count' | 'for_each'; readonly items: readonly Instance[] };

export interface Instance {
  readonly key: string | number;
  /** `each.value`. */
  readonly value: Expression;
}

/** More than that are not written with one block. */
const MAX_INSTANCES = 1000;

/** @param where `cdk.tf.json: resource.aws_iam_role.member` */
export function readInstances(body: JsonObject, where: string, scope: Scope): Instances {
  const { count = null, for_each: forEach = null } = body;
  if (count !== null) {
    const size = sizeOf(parseExpression(count, `${where}.count`, scope), where);
    const items = Array.from({ length: size }, (_, key) => ({ key, value: NULL }));
    return { kind: 'count', items };
  }
  if (forEach === null) return { kind: 'one' };
  const over = parseExpression(forEach, `${where}.for_each`, scope);
  return { kind: 'for_each', items: bounded(eachItems(over, `${where}.for_each`), where) };
}

/** `aws_iam_role.member[0]`, `aws_iam_role.member["admin"]`. */
export function instanceAddress(address: string, key: Instance['key']): string {
  return `${address}[${typeof key === 'number' ? key : JSON.stringify(key)}]`;
}

/** What `count.index`, `each.key` and `each.value` stand for inside of an instance. */
export function instanceScope(
  scope: Scope,
  { kind }: Exclude<Instances, { kind: 'one' }>,
  { key, value }: Instance,
): Scope {
  const name: Expression = { kind: 'literal', value: key };
  return kind === 'count'
    ? withBindings(scope, { count: { kind: 'object', entries: { index: name } } })
    : withBindings(scope, { each: { kind: 'object', entries: { key: name, value } } });
}

/**
 * Of an object, or of a set of texts, which is a list here.
 * @param where of the argument
 */
export function eachItems(
  over: Expression,
  where: string,
): readonly (Instance & { key: string })[] {
  if (over.kind === 'object') {
    return Object.entries(over.entries)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => ({ key, value }));
  }
  if (over.kind !== 'list') throw notKnown(where);
  return over.items.map((value) => {
    if (value.kind !== 'literal') throw notKnown(where);
    return { key: String(value.value), value };
  });
}

const NULL: Expression = { kind: 'literal', value: null };

function sizeOf(expression: Expression, where: string): number {
  if (expression.kind !== 'literal') throw notKnown(`${where}.count`);
  const size = Number(expression.value);
  if (Number.isSafeInteger(size) && size >= 0 && size <= MAX_INSTANCES) return size;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_SHAPE',
    `${where}.count must be a whole number up to ${MAX_INSTANCES}, but is ${JSON.stringify(expression.value)}.`,
  );
}

function bounded<T>(items: readonly T[], where: string): readonly T[] {
  if (items.length <= MAX_INSTANCES) return items;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_SHAPE',
    `${where}.for_each has ${items.length} items, and ${MAX_INSTANCES} are read.`,
  );
}

function notKnown(where: string): TerraformJsonError {
  return new TerraformJsonError(
    'ERR_TERRAFORM_UNSUPPORTED_EXPRESSION',
    `${where} is known only after apply, so that nobody can tell here how many there are. ${TWO_WAYS}`,
  );
}
