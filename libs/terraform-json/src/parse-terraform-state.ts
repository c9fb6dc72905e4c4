import { isJsonObject } from './json-object';
import { moduleResources } from './module-resources';
import { parseJson } from './parse-json';
import type { ResourceGraph } from './resource-graph';
import { objectAt } from './shape';
import { stateGraph } from './state-graph';
import { TerraformJsonError } from './terraform-json-error';
import type { Json, JsonObject } from './value';

const ADVICE = 'Make the file with: terraform show -json > state.json';

/**
 * Reads what `terraform show -json` prints of a state: every value is settled, secrets too.
 * Source: Terraform documentation, "JSON Output Format", "State Representation" (format_version 1.x).
 * @param input the text of the file, or its content already parsed
 * @param fileName what error messages call the file
 * @throws TerraformJsonError with one sentence that names the file and says what to run
 */
export function parseTerraformState(input: string | JsonObject, fileName: string): ResourceGraph {
  const json = typeof input === 'string' ? parseJson(input, fileName, ADVICE) : input;
  const root = objectAt(json, fileName);
  refuseOtherFiles(root, fileName);
  const values = objectAt(root.values, `${fileName}: values`);
  const resources = moduleResources(values.root_module, `${fileName}: values.root_module`, ADVICE);
  if (resources.length === 0) {
    throw notAState(`${fileName} is a state with no resources in it: nothing is applied there`);
  }
  return stateGraph({ fileName, resources, outputs: outputsOf(values.outputs, fileName) });
}

/** They look alike to people, and each has the same cure. */
function refuseOtherFiles(root: JsonObject, fileName: string): void {
  if (root.planned_values !== undefined || root.resource_changes !== undefined) {
    throw notAState(`${fileName} is a plan, and a state is expected`);
  }
  if (typeof root.version === 'number' && root.lineage !== undefined) {
    throw notAState(`${fileName} is Terraform's own state file, whose format is not for others`);
  }
  if (root.resource !== undefined || root.terraform !== undefined) {
    throw notAState(`${fileName} is a configuration, and a state is expected`);
  }
  const version = root.format_version;
  if (typeof version === 'string' && version.startsWith('1.')) return;
  const got = version === undefined ? 'no format_version' : `version ${JSON.stringify(version)}`;
  throw notAState(`${fileName} has ${got}, and a state of format version 1 is expected`);
}

function notAState(what: string): TerraformJsonError {
  return new TerraformJsonError('ERR_TERRAFORM_NOT_A_STATE', `${what}. ${ADVICE}`);
}

function outputsOf(json: Json | undefined, fileName: string): Readonly<Record<string, Json>> {
  const outputs = Object.entries(objectAt(json, `${fileName}: values.outputs`));
  return Object.fromEntries(
    outputs.map(([name, output]) => [name, isJsonObject(output) ? (output.value ?? null) : null]),
  );
}
