import type { AppliedObject } from '@gatehouse/applied-store';
import {
  stateGraph,
  type Json,
  type JsonObject,
  type ResourceGraph,
  type SettledResource,
} from '@gatehouse/terraform-json';

/** What names an object to a person, best first. */
const NAMES = [
  'function_name',
  'identity_pool_name',
  'statement_id',
  'key',
  'name',
  'bucket',
  'stage_name',
  'id',
] as const;

/** Types whose content AWS took over, and the argument that named the file then. */
const FILE_ARGUMENT: Readonly<Record<string, string>> = {
  aws_lambda_function: 'filename',
  aws_s3_object: 'source',
};

/**
 * Makes a graph of what was applied. A provider never learns Terraform's addresses, so that each object has one made of its name,
 * once: `aws_iam_role.gatehouse-dev-admin`.
 */
export function appliedGraph(
  objects: readonly AppliedObject[],
  named: { readonly fileName: string; readonly stackName: string },
): ResourceGraph {
  const taken = new Set<string>();
  return stateGraph({ ...named, resources: objects.map((object) => toResource(object, taken)) });
}

function toResource(object: AppliedObject, taken: Set<string>): SettledResource {
  const { type } = object;
  const values = servedValues(object);
  const slug = slugOf(object.id, values);
  let name = slug;
  for (let next = 2; taken.has(`${type}.${name}`); next += 1) name = `${slug}-${next}`;
  const address = `${type}.${name}`;
  taken.add(address);
  return { address, mode: 'managed', type, name, values };
}

/** The content as it was when it was applied: the file it came from may have changed since. */
function servedValues({ type, values, content }: AppliedObject): JsonObject {
  // What a provider applied came out of JSON.
  const json = values as Readonly<Record<string, Json>>;
  const argument = FILE_ARGUMENT[type];
  return content === undefined || argument === undefined ? json : { ...json, [argument]: content };
}

function slugOf(id: string, values: JsonObject): string {
  const name = NAMES.map((argument) => values[argument]).find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  const slug = (name ?? id).replaceAll(/[^A-Za-z0-9_-]+/g, '_').slice(0, MAX_SLUG);
  return /^[A-Za-z_]/.test(slug) ? slug : `_${slug}`;
}

const MAX_SLUG = 64;
