import type { ObjectExpression } from './expression';
import { parseExpression } from './parse-expression';
import type { Lifecycle, Resource } from './resource-graph';
import { booleanAt, objectAt, optionalStringAt, stringsAt } from './shape';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

/** Meta-arguments that make several resources of one, or run programs: the graph has no place for them. */
const REFUSED = ['count', 'for_each', 'dynamic', 'provisioner', 'connection'] as const;
const META = new Set(['//', 'depends_on', 'lifecycle', 'provider', ...REFUSED]);

const LIFECYCLE = new Set([
  'create_before_destroy',
  'prevent_destroy',
  'ignore_changes',
  'replace_triggered_by',
]);

/** Reads one `resource` or `data` block. `where`: `cdk.tf.json: resource.aws_iam_role.member`. */
export function parseResource(
  identity: Pick<Resource, 'mode' | 'type' | 'name'>,
  json: Json,
  where: string,
): Resource {
  const body = objectAt(json, where);
  for (const key of REFUSED) {
    if (isSet(body[key])) {
      throw unsupported(
        `${where} uses ${key}, which this reader does not expand. Write each resource out.`,
      );
    }
  }
  const { mode, type, name } = identity;
  const metadata = objectAt(objectAt(body['//'], `${where}.//`).metadata, `${where}.//.metadata`);
  const constructPath = optionalStringAt(metadata.path, `${where}.//.metadata.path`);
  const provider = optionalStringAt(body.provider, `${where}.provider`);
  return {
    address: `${mode === 'data' ? 'data.' : ''}${type}.${name}`,
    mode,
    type,
    name,
    config: parseArguments(body, where),
    dependsOn: stringsAt(body.depends_on, `${where}.depends_on`),
    lifecycle: parseLifecycle(objectAt(body.lifecycle, `${where}.lifecycle`), where),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** The arguments of a block, without meta-arguments. */
export function parseArguments(body: JsonObject, where: string): ObjectExpression {
  const entries = Object.entries(body)
    .filter(([key]) => !META.has(key))
    .map(([key, value]) => [key, parseExpression(value, `${where}.${key}`)] as const);
  return { kind: 'object', entries: Object.fromEntries(entries) };
}

function parseLifecycle(json: JsonObject, where: string): Lifecycle {
  const stranger = Object.keys(json).find((key) => !LIFECYCLE.has(key) && isSet(json[key]));
  if (stranger !== undefined) {
    throw unsupported(
      `${where}.lifecycle.${stranger} is not read. Remove it, or add it to libs/terraform-json/src/parse-resource.ts.`,
    );
  }
  return {
    createBeforeDestroy: booleanAt(
      json.create_before_destroy,
      `${where}.lifecycle.create_before_destroy`,
    ),
    preventDestroy: booleanAt(json.prevent_destroy, `${where}.lifecycle.prevent_destroy`),
    ignoreChanges: stringsAt(json.ignore_changes, `${where}.lifecycle.ignore_changes`),
    replaceTriggeredBy: stringsAt(
      json.replace_triggered_by,
      `${where}.lifecycle.replace_triggered_by`,
    ),
  };
}

/** cdktf leaves some unused blocks in as null or empty. */
export function isSet(json: Json | undefined): boolean {
  if (json === undefined || json === null) return false;
  return typeof json !== 'object' || Object.keys(json).length > 0;
}

function unsupported(message: string): TerraformJsonError {
  return new TerraformJsonError('ERR_TERRAFORM_UNSUPPORTED_BLOCK', message);
}
