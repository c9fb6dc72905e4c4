import { isJsonObject } from '../json-object';
import { listAt } from '../module-resources';
import { objectAt, optionalStringAt } from '../shape';
import type { Json } from '../value';
import type { CheckResult } from './terraform-plan';

/**
 * What became of conditions: of `check` blocks, of variables, and of `precondition` and `postcondition`.
 * Source: Terraform documentation, "JSON Output Format", "Checks Representation".
 */
export function readChecks(json: Json | undefined, where: string): readonly CheckResult[] {
  return listAt(json, where).map((entry, index) => {
    const at = `${where}[${index}]`;
    const { address, status, instances } = objectAt(entry, at);
    const { to_display: name } = objectAt(address, `${at}.address`);
    const problems = listAt(instances, `${at}.instances`).flatMap((instance, of) => {
      const told = objectAt(instance, `${at}.instances[${of}]`).problems;
      return listAt(told, `${at}.instances[${of}].problems`).flatMap(messageOf);
    });
    return {
      address: optionalStringAt(name, `${at}.address.to_display`) ?? '(no address)',
      status: optionalStringAt(status, `${at}.status`) ?? 'unknown',
      problems,
    };
  });
}

function messageOf(problem: Json): readonly string[] {
  const message = isJsonObject(problem) ? problem.message : undefined;
  return typeof message === 'string' ? [message] : [];
}
