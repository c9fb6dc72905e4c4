import { isJsonObject } from '../json-object';
import { parseJson } from '../parse-json';
import { objectAt, optionalStringAt } from '../shape';
import { TerraformJsonError } from '../terraform-json-error';
import type { Json, JsonObject } from '../value';
import { listAt, moduleResources } from '../module-resources';
import { plannedGraph, priorGraph } from './planned-graph';
import { readChecks } from './read-checks';
import { readResourceChange, toAction } from './resource-change';
import type { DeferredChange, OutputChange, TerraformPlan } from './terraform-plan';
import { valuesOfChanges } from './values-of-changes';

const ADVICE =
  'Make the file with: terraform plan -out plan.tfplan && terraform show -json plan.tfplan > plan.json';

/**
 * Reads what `terraform show -json` prints of a plan.
 * Source: Terraform documentation, "JSON Output Format", "Plan Representation" (format_version 1.x): minor versions only add.
 * @param input the text of the file, or its content already parsed
 * @param fileName what error messages call the file
 * @throws TerraformJsonError with one sentence that names the file and says what to run
 */
export function parseTerraformPlan(input: string | JsonObject, fileName: string): TerraformPlan {
  const json = typeof input === 'string' ? parseJson(input, fileName, ADVICE) : input;
  const root = objectAt(json, fileName);
  const formatVersion = refuseOtherFiles(root, fileName);
  const changes = (key: string) =>
    listAt(root[key], `${fileName}: ${key}`, ADVICE).map((change, index) =>
      readResourceChange(change, `${fileName}: ${key}[${index}]`),
    );
  const resourceChanges = changes('resource_changes');
  const configuration = objectAt(root.configuration, `${fileName}: configuration`);
  const priorState = objectAt(root.prior_state, `${fileName}: prior_state`).values;
  const prior = isMissing(priorState)
    ? valuesOfChanges(resourceChanges, 'before')
    : rootResources(priorState, `${fileName}: prior_state.values`);
  // Of a plan without them, nothing is told of what will be but the changes: read as nothing, everything would go.
  const planned = isMissing(root.planned_values)
    ? valuesOfChanges(resourceChanges, 'after')
    : rootResources(root.planned_values, `${fileName}: planned_values`);
  const terraformVersion = optionalStringAt(
    root.terraform_version,
    `${fileName}: terraform_version`,
  );
  return {
    formatVersion,
    changes: resourceChanges,
    drift: changes('resource_drift'),
    outputs: readOutputs(root.output_changes, `${fileName}: output_changes`),
    deferred: readDeferred(root.deferred_changes, `${fileName}: deferred_changes`),
    checks: readChecks(root.checks, `${fileName}: checks`),
    before: priorGraph(prior, configuration, fileName),
    after: plannedGraph({
      fileName,
      resources: planned,
      told: prior.filter(
        ({ mode, address }) =>
          mode === 'data' && !planned.some((resource) => resource.address === address),
      ),
      configuration,
      unknown: new Map(
        resourceChanges.map(({ address, afterUnknown }) => [address, afterUnknown] as const),
      ),
    }),
    isComplete: root.complete !== false,
    hasFailed: root.errored === true,
    ...(terraformVersion === undefined ? {} : { terraformVersion }),
  };
}

function rootResources(values: Json | undefined, where: string) {
  return moduleResources(objectAt(values, where).root_module, `${where}.root_module`, ADVICE);
}

/** They look alike to people, and each has the same cure. */
function refuseOtherFiles(root: JsonObject, fileName: string): string {
  const version = root.format_version;
  if (root.resource_changes === undefined && root.planned_values === undefined) {
    const what = isJsonObject(root.values) ? 'a state' : 'no plan';
    throw notAPlan(`${fileName} is ${what}, and a plan is expected`);
  }
  if (root.resource_changes === undefined && !isEmptyPlan(root.planned_values))
    throw notAPlan(
      `${fileName} has no resource_changes, without which it says of nothing what happens to it`,
    );
  if (typeof version === 'string' && /^1\.\d+$/.test(version)) return version;
  const got = version === undefined ? 'no format_version' : `version ${JSON.stringify(version)}`;
  throw notAPlan(`${fileName} has ${got}, and a plan of format version 1 is expected`);
}

function isMissing(json: Json | undefined): boolean {
  return json === undefined || json === null;
}

/** Terraform leaves the list out where there is nothing at all. */
function isEmptyPlan(values: Json | undefined): boolean {
  const module = isJsonObject(values) ? values.root_module : undefined;
  return !isJsonObject(module) || Object.keys(module).length === 0;
}

function notAPlan(what: string): TerraformJsonError {
  return new TerraformJsonError('ERR_TERRAFORM_NOT_A_PLAN', `${what}. ${ADVICE}`);
}

function readOutputs(json: Json | undefined, where: string): readonly OutputChange[] {
  return Object.entries(objectAt(json, where)).map(([name, body]) => {
    const change = objectAt(body, `${where}.${name}`);
    return {
      name,
      action: toAction(change.actions, `${where}.${name}.actions`).action,
      isSensitive: change.before_sensitive === true || change.after_sensitive === true,
      before: change.before ?? null,
      after: change.after ?? null,
      afterUnknown: change.after_unknown ?? false,
    };
  });
}

function readDeferred(json: Json | undefined, where: string): readonly DeferredChange[] {
  return listAt(json, where, ADVICE).map((entry, index) => {
    const at = `${where}[${index}]`;
    const { reason, resource_change: change } = objectAt(entry, at);
    const { address } = objectAt(change, `${at}.resource_change`);
    return {
      address: optionalStringAt(address, `${at}.resource_change.address`) ?? '(no address)',
      reason: optionalStringAt(reason, `${at}.reason`) ?? 'unknown',
    };
  });
}
