import { Refusal } from '../../resource/refusal';

/**
 * What `terraform import` names, taken apart.
 * @param shape `REST-API-ID/RESOURCE-ID`, in the provider's words. The last part may hold slashes where `rest` says so.
 * @throws Refusal in the provider's words when the text has another shape
 */
export function importParts(named: string, shape: string, rest?: 'rest'): readonly string[] {
  const count = shape.split('/').length;
  const all = named.split('/');
  const parts =
    rest === 'rest' && all.length > count
      ? [...all.slice(0, count - 1), all.slice(count - 1).join('/')]
      : all;
  if (parts.length === count && !parts.includes('')) return parts;
  throw new Refusal(`Unexpected format of ID ("${named}"), expected ${shape}`);
}

/** The last part alone: where the id is AWS's own, and what stands before it only says where to look. */
export function lastImportPart(named: string, shape: string): string {
  return importParts(named, shape).at(-1) ?? named;
}
