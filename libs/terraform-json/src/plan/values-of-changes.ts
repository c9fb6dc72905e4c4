import { isJsonObject } from '../json-object';
import type { SettledResource } from '../state-graph';
import type { ResourceChange } from './terraform-plan';

/**
 * The objects on one side of the changes, for a plan that has them there only: whatever stays as it is stands among them, too. A data
 * source that is read already does not.
 */
export function valuesOfChanges(
  changes: readonly ResourceChange[],
  side: 'before' | 'after',
): readonly SettledResource[] {
  return changes.flatMap(({ address, mode, type, name, deposed, ...change }) => {
    const values = change[side];
    return deposed === undefined && isJsonObject(values)
      ? [{ address, mode, type, name, values }]
      : [];
  });
}
