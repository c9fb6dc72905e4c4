import type { Expression } from '../expression';
import { isJsonList, isJsonObject } from '../json-object';
import { parseExpression, refuseDepth } from '../parse-expression';
import { visitReferences } from '../resource-graph';
import { TerraformJsonError } from '../terraform-json-error';
import type { Json, JsonObject, Unknown } from '../value';
import { oneOf, sourceAt, type Source } from './configuration-of';

interface Surroundings {
  /** What a reference may lead to. */
  readonly addresses: ReadonlySet<string>;
  readonly where: string;
}

/**
 * Puts what is not known yet into what is: for each `true` of the mask, the reference that the configuration has there, nothing
 * where nobody has set it, and otherwise `unknown`.
 */
export function overlayUnknown(
  settled: Expression | undefined,
  mask: Json,
  source: Source | undefined,
  around: Surroundings,
  depth = 0,
): Expression | undefined {
  refuseDepth(depth, around.where);
  if (mask === true) return written(source, around);
  if (isJsonList(mask)) return overlayList(settled, mask, source, around, depth);
  if (isJsonObject(mask)) return overlayObject(settled, mask, source, around, depth);
  return settled;
}

function overlayObject(
  settled: Expression | undefined,
  mask: JsonObject,
  source: Source | undefined,
  around: Surroundings,
  depth: number,
): Expression | undefined {
  const entries: Record<string, Expression> =
    settled?.kind === 'object' ? { ...settled.entries } : {};
  for (const [key, below] of Object.entries(mask)) {
    const merged = overlayUnknown(
      Object.hasOwn(entries, key) ? entries[key] : undefined,
      below,
      sourceAt(source, key),
      around,
      depth + 1,
    );
    if (merged !== undefined) entries[key] = merged;
  }
  if (settled === undefined && Object.keys(entries).length === 0) return undefined;
  return { kind: 'object', entries };
}

function overlayList(
  settled: Expression | undefined,
  mask: readonly Json[],
  source: Source | undefined,
  around: Surroundings,
  depth: number,
): Expression | undefined {
  const known = settled?.kind === 'list' ? settled.items : [];
  const items = Array.from({ length: Math.max(known.length, mask.length) }, (_, index) => {
    const below = mask[index] ?? false;
    const item = known[index];
    if (below === false) return item ?? NOT_KNOWN;
    const from = itemSource(source, item, index, mask.length);
    return overlayUnknown(item, below, from, around, depth + 1) ?? item ?? NOT_KNOWN;
  });
  return items.length === 0 && settled === undefined ? undefined : { kind: 'list', items };
}

/** Terraform sorts sets by what is in them, so that the order of the file is worth nothing: the item is told by what is known of it. */
function itemSource(
  source: Source | undefined,
  item: Expression | undefined,
  index: number,
  count: number,
): Source | undefined {
  if (source?.kind === 'one-of') return sourceAt(source, index);
  if (source === undefined || source.kind === 'references') return undefined;
  const { json } = source;
  if (!isJsonList(json)) return undefined;
  const all = json.map((_, at) => sourceAt(source, at));
  if (count === 1 && all.length === 1) return all[0];
  const fitting = all.filter((candidate) => agrees(candidate, item));
  return oneOf(fitting.length === 0 ? all : fitting);
}

function agrees(source: Source | undefined, item: Expression | undefined): boolean {
  if (item?.kind !== 'object') return source?.kind === 'written';
  return Object.entries(item.entries).every(([key, entry]) => {
    if (entry.kind !== 'literal') return true;
    const from = sourceAt(source, key);
    return from?.kind !== 'written' || typeof from.json === 'object' || from.json === entry.value;
  });
}

/** Not set: nobody but AWS will say it. References of a module mean what stands beside them there, which is not followed. */
function written(source: Source | undefined, around: Surroundings): Expression | undefined {
  if (source === undefined) return undefined;
  if (source.kind === 'references') return notKnown(`comes from ${source.names[0] ?? 'elsewhere'}`);
  if (source.kind !== 'written' || !source.isRoot) return NOT_KNOWN;
  try {
    const expression = parseExpression(source.json, around.where);
    const stranger = firstStranger(expression, around.addresses);
    return stranger === undefined ? expression : notKnown(`comes from ${stranger}`);
  } catch (error) {
    if (error instanceof TerraformJsonError) return NOT_KNOWN;
    throw error;
  }
}

function firstStranger(expression: Expression, addresses: ReadonlySet<string>): string | undefined {
  let stranger: string | undefined;
  visitReferences(expression, ({ address }) => {
    if (!addresses.has(address)) stranger ??= address;
  });
  return stranger;
}

function notKnown(because: string): Unknown {
  return { kind: 'unknown', because: `${because}, known after apply` };
}

const NOT_KNOWN: Unknown = { kind: 'unknown', because: 'known after apply' };
