import { isJsonList } from './json-object';
import { refuseDepth } from './parse-expression';
import { objectAt, optionalStringAt } from './shape';
import type { SettledResource } from './state-graph';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

/**
 * The resources of a module and of all below it, in a state or in the values of a plan.
 * Source: Terraform documentation, "JSON Output Format", "Values Representation".
 */
export function moduleResources(
  json: Json | undefined,
  where: string,
  advice: string,
  depth = 0,
): readonly SettledResource[] {
  refuseDepth(depth, where);
  const module = objectAt(json, where);
  const own = listAt(module.resources, `${where}.resources`, advice).flatMap((resource, index) =>
    readResource(resource, `${where}.resources[${index}]`, advice),
  );
  const below = listAt(module.child_modules, `${where}.child_modules`, advice).flatMap(
    (child, index) => moduleResources(child, `${where}.child_modules[${index}]`, advice, depth + 1),
  );
  return [...own, ...below];
}

function readResource(json: Json, where: string, advice: string): readonly SettledResource[] {
  const body = objectAt(json, where);
  // Replaced already, and only waiting to be deleted: it has the address of its successor.
  if (body.deposed_key !== undefined) return [];
  return [
    {
      address: requiredTextAt(body, 'address', where, advice),
      mode: body.mode === 'data' ? 'data' : 'managed',
      type: requiredTextAt(body, 'type', where, advice),
      name: requiredTextAt(body, 'name', where, advice),
      values: objectAt(body.values, `${where}.values`),
    },
  ];
}

export function requiredTextAt(
  body: JsonObject,
  key: string,
  where: string,
  advice = 'Make the file again.',
): string {
  const value = optionalStringAt(body[key], `${where}.${key}`);
  if (value !== undefined) return value;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_SHAPE',
    `${where}.${key} is missing. ${advice}`,
  );
}

export function listAt(
  json: Json | undefined,
  where: string,
  advice = 'Make the file again.',
): readonly Json[] {
  if (json === undefined || json === null) return [];
  if (isJsonList(json)) return json;
  throw new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_SHAPE',
    `${where} must be a list, but is not. ${advice}`,
  );
}
