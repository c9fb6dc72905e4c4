import { isJsonList } from '../json-object';
import { listAt, requiredTextAt } from '../module-resources';
import { refuseDepth } from '../parse-expression';
import { objectAt, optionalStringAt, stringsAt } from '../shape';
import type { Json } from '../value';
import type { Action, PathStep, ResourceChange } from './terraform-plan';

const SINGLE: ReadonlySet<string> = new Set([
  'no-op',
  'create',
  'read',
  'update',
  'delete',
  'forget',
]);

/** Reads one entry of `resource_changes` or `resource_drift`. */
export function readResourceChange(json: Json, where: string): ResourceChange {
  const body = objectAt(json, where);
  const change = objectAt(body.change, `${where}.change`);
  refuseDeep(change, `${where}.change`);
  const optional = (key: string): string | undefined =>
    optionalStringAt(body[key], `${where}.${key}`);
  const texts = {
    previousAddress: optional('previous_address'),
    deposed: optional('deposed'),
    provider: optional('provider_name'),
    reason: optional('action_reason'),
  };
  return {
    address: requiredTextAt(body, 'address', where),
    mode: body.mode === 'data' ? 'data' : 'managed',
    type: requiredTextAt(body, 'type', where),
    name: requiredTextAt(body, 'name', where),
    ...toAction(change.actions, `${where}.change.actions`),
    isImport: change.importing !== undefined && change.importing !== null,
    before: change.before ?? null,
    after: change.after ?? null,
    afterUnknown: change.after_unknown ?? false,
    beforeSensitive: change.before_sensitive ?? false,
    afterSensitive: change.after_sensitive ?? false,
    replacePaths: listAt(change.replace_paths, `${where}.change.replace_paths`).map(toPath),
    ...defined(texts),
  };
}

/** `["delete","create"]` → a replacement that destroys first. */
export function toAction(
  json: Json | undefined,
  where: string,
): Pick<ResourceChange, 'action' | 'createsFirst'> {
  const actions = stringsAt(json, where);
  const createsFirst = actions.join() === 'create,delete';
  if (createsFirst || actions.join() === 'delete,create')
    return { action: 'replace', createsFirst };
  const [only = 'unknown', ...more] = actions;
  const isOne = more.length === 0 && SINGLE.has(only);
  return { action: isOne ? (only as Action) : 'unknown', createsFirst: false };
}

/** Whoever walks a change later calls itself for each level. */
function refuseDeep(json: Json, where: string, depth = 0): void {
  if (typeof json !== 'object' || json === null) return;
  refuseDepth(depth, where);
  for (const below of Object.values(json)) refuseDeep(below, where, depth + 1);
}

function toPath(json: Json): readonly PathStep[] {
  const steps = isJsonList(json) ? json : [json];
  return steps.map((step) =>
    typeof step === 'number' || typeof step === 'string' ? step : JSON.stringify(step),
  );
}

function defined<Key extends string>(
  texts: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  const entries = Object.entries(texts).filter(([, text]) => text !== undefined);
  // Object.fromEntries forgets the names of the keys.
  return Object.fromEntries(entries) as Partial<Record<Key, string>>;
}
