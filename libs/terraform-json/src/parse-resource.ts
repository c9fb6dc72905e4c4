import type { DeclaredNames } from './declared/declared-names';
import { instanceAddress, instanceScope } from './declared/instances';
import type { Scope } from './evaluate/scope';
import { parseArguments } from './parse-arguments';
import type { Lifecycle, Resource } from './resource-graph';
import { booleanAt, objectAt, optionalStringAt, stringsAt } from './shape';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

/** Meta-arguments that run programs, which nobody does here. */
const REFUSED = ['provisioner', 'connection'] as const;

const LIFECYCLE = new Set([
  'create_before_destroy',
  'prevent_destroy',
  'ignore_changes',
  'replace_triggered_by',
]);

/**
 * Reads one `resource` or `data` block, and makes as many of it as `count` or `for_each` say.
 * @param where `cdk.tf.json: resource.aws_iam_role.member`
 */
export function parseResource(
  identity: Pick<Resource, 'address' | 'mode' | 'type' | 'name'>,
  json: Json,
  where: string,
  names: DeclaredNames,
): readonly Resource[] {
  const body = objectAt(json, where);
  for (const key of REFUSED) {
    if (isSet(body[key])) {
      throw unsupported(
        `${where} uses ${key}, which runs programs. Take it out for what is played here.`,
      );
    }
  }
  const instances = names.instancesOf(identity.address);
  if (instances.kind === 'one') return [readInstance(identity, body, where, names, names.scope)];
  return instances.items.map((item) => {
    const address = instanceAddress(identity.address, item.key);
    const scope = instanceScope(names.scope, instances, item);
    return readInstance({ ...identity, address }, body, where, names, scope);
  });
}

function readInstance(
  identity: Pick<Resource, 'address' | 'mode' | 'type' | 'name'>,
  body: JsonObject,
  where: string,
  names: DeclaredNames,
  scope: Scope,
): Resource {
  const metadata = objectAt(objectAt(body['//'], `${where}.//`).metadata, `${where}.//.metadata`);
  const constructPath = optionalStringAt(metadata.path, `${where}.//.metadata.path`);
  const provider = optionalStringAt(body.provider, `${where}.provider`);
  const dependsOn = stringsAt(body.depends_on, `${where}.depends_on`);
  return {
    ...identity,
    config: parseArguments(body, where, scope),
    dependsOn: dependsOn.flatMap((named) => names.addressesOf(named)),
    lifecycle: parseLifecycle(objectAt(body.lifecycle, `${where}.lifecycle`), where, names),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(provider === undefined ? {} : { provider }),
  };
}

function parseLifecycle(json: JsonObject, where: string, names: DeclaredNames): Lifecycle {
  const stranger = Object.keys(json).find((key) => !LIFECYCLE.has(key) && isSet(json[key]));
  if (stranger !== undefined) {
    throw unsupported(
      `${where}.lifecycle.${stranger} is not read. Remove it, or add it to libs/terraform-json/src/parse-resource.ts.`,
    );
  }
  const triggers = stringsAt(json.replace_triggered_by, `${where}.lifecycle.replace_triggered_by`);
  return {
    createBeforeDestroy: booleanAt(
      json.create_before_destroy,
      `${where}.lifecycle.create_before_destroy`,
    ),
    preventDestroy: booleanAt(json.prevent_destroy, `${where}.lifecycle.prevent_destroy`),
    ignoreChanges: stringsAt(json.ignore_changes, `${where}.lifecycle.ignore_changes`),
    replaceTriggeredBy: triggers.flatMap((trigger) => eachTrigger(trigger, names)),
  };
}

/** A resource without an index means all of its instances. */
function eachTrigger(trigger: string, names: DeclaredNames): readonly string[] {
  const [type = '', name = '', ...rest] = trigger.split('.');
  return name.includes('[') || rest.length > 0 ? [trigger] : names.addressesOf(`${type}.${name}`);
}

/** cdktf leaves some unused blocks in as null or empty. */
export function isSet(json: Json | undefined): boolean {
  if (json === undefined || json === null) return false;
  return typeof json !== 'object' || Object.keys(json).length > 0;
}

function unsupported(message: string): TerraformJsonError {
  return new TerraformJsonError('ERR_TERRAFORM_UNSUPPORTED_BLOCK', message);
}
