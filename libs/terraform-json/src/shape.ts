import { isJsonList, isJsonObject } from './json-object';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

const EMPTY: JsonObject = {};

/** The object at this place; absent is empty. */
export function objectAt(json: Json | undefined, where: string): JsonObject {
  if (json === undefined || json === null) return EMPTY;
  if (isJsonObject(json)) return json;
  throw wrongShape(where, 'an object', json);
}

/** Blocks of one name: Terraform's JSON has one as an object, several as a list. Source: "JSON Configuration Syntax", "Nested Block Mapping". */
export function blocksAt(json: Json | undefined, where: string): readonly JsonObject[] {
  if (!isJsonList(json)) return json === undefined || json === null ? [] : [objectAt(json, where)];
  return json.map((block, index) => objectAt(block, `${where}[${index}]`));
}

export function stringsAt(json: Json | undefined, where: string): readonly string[] {
  if (json === undefined || json === null) return [];
  const list = isJsonList(json) ? json : [json];
  return list.map((item, index) => {
    if (typeof item === 'string') return item;
    throw wrongShape(`${where}[${index}]`, 'text', item);
  });
}

export function optionalStringAt(json: Json | undefined, where: string): string | undefined {
  if (json === undefined || json === null) return undefined;
  if (typeof json === 'string') return json;
  throw wrongShape(where, 'text', json);
}

export function booleanAt(json: Json | undefined, where: string): boolean {
  if (json === undefined || json === null) return false;
  if (typeof json === 'boolean') return json;
  throw wrongShape(where, 'true or false', json);
}

function wrongShape(where: string, expected: string, got: Json): TerraformJsonError {
  const found = isJsonList(got) ? 'a list' : isJsonObject(got) ? 'an object' : JSON.stringify(got);
  return new TerraformJsonError(
    'ERR_TERRAFORM_INVALID_SHAPE',
    `${where} must be ${expected}, but is ${found}.`,
  );
}
