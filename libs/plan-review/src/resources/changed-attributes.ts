import {
  isJsonList,
  isJsonObject,
  type Json,
  type PathStep,
  type ResourceChange,
} from '@gatehouse/terraform-json';

import { isSecretPath } from '../secrets/secret-names';
import { maskBelow, MASK } from '../secrets/secrets';
import { describePath } from './describe-path';
import { isSameValue, isUnset } from './same-value';

/** One attribute that is not what it was. */
export interface AttributeChange {
  /** `settings[0].throttling_rate_limit`. */
  readonly path: string;
  /** As text; secrets are masked. */
  readonly before: string;
  readonly after: string;
}

/** What only `apply` will tell. */
export const NOT_KNOWN_YET = '(known after apply)';
/** What is not set. */
export const NOT_SET = '(not set)';

/** Deeper than any provider schema. */
const MAX_DEPTH = 64;

interface Cell {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly unknown: Json;
  readonly secretBefore: Json;
  readonly secretAfter: Json;
}

/** The attributes that an update or a replacement changes, in the order of the provider. */
export function changedAttributes(
  change: Pick<
    ResourceChange,
    'type' | 'before' | 'after' | 'afterUnknown' | 'beforeSensitive' | 'afterSensitive'
  >,
): readonly AttributeChange[] {
  const changes: AttributeChange[] = [];
  const cell = {
    before: change.before,
    after: change.after,
    unknown: change.afterUnknown,
    secretBefore: change.beforeSensitive,
    secretAfter: change.afterSensitive,
  };
  compare(change.type, [], cell, changes);
  return changes;
}

function compare(
  type: string,
  path: readonly PathStep[],
  cell: Cell,
  changes: AttributeChange[],
): void {
  const { before, after, unknown } = cell;
  if (unknown !== true && isKnownThroughout(unknown) && isSameValue(before, after)) return;
  if (unknown !== true && path.length < MAX_DEPTH) {
    const keys = keysToFollow(before, after, unknown);
    if (keys !== undefined) {
      for (const key of keys) compare(type, [...path, key], below(cell, key), changes);
      return;
    }
  }
  changes.push({
    path: describePath(path),
    before: shown(type, path, before, cell.secretBefore),
    after: !isKnownThroughout(unknown) ? NOT_KNOWN_YET : shown(type, path, after, cell.secretAfter),
  });
}

/** Into blocks and maps on both sides; a list that grows or shrinks is shown as a whole. */
function keysToFollow(
  before: Json | undefined,
  after: Json | undefined,
  unknown: Json,
): readonly PathStep[] | undefined {
  if (isJsonList(before) && isJsonList(after)) {
    const isBlocks = [...before, ...after].every((item) => isJsonObject(item));
    if (!isBlocks || before.length !== after.length) return undefined;
    return before.map((_, index) => index);
  }
  if (isJsonObject(before) && (isJsonObject(after) || after === undefined)) {
    const names = [before, after ?? {}, isJsonObject(unknown) ? unknown : {}].flatMap((json) =>
      Object.keys(json),
    );
    return [...new Set(names)];
  }
  return undefined;
}

function below(cell: Cell, key: PathStep): Cell {
  return {
    before: at(cell.before, key),
    after: at(cell.after, key),
    unknown: maskBelow(cell.unknown, key),
    secretBefore: maskBelow(cell.secretBefore, key),
    secretAfter: maskBelow(cell.secretAfter, key),
  };
}

function at(json: Json | undefined, key: PathStep): Json | undefined {
  if (isJsonList(json)) return json[Number(key)];
  return isJsonObject(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}

function isKnownThroughout(unknown: Json): boolean {
  if (unknown === true) return false;
  if (typeof unknown !== 'object' || unknown === null) return true;
  return Object.values(unknown).every((entry) => isKnownThroughout(entry));
}

function shown(
  type: string,
  path: readonly PathStep[],
  json: Json | undefined,
  secret: Json,
): string {
  if (isUnset(json)) return NOT_SET;
  if (!isKnownThroughout(secret) || isSecretPath(type, path, json)) return MASK;
  return typeof json === 'string' ? json : JSON.stringify(json);
}
