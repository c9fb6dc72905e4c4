import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where those of this project lie, one folder for each environment. */
const OURS = 'cdktf.out/stacks';
const OUR_FOLDER = /^gatehouse-(.+)$/;
const WHAT_TO_GIVE =
  'Name a cdk.tf.json, its folder, or a state that terraform show -json printed; npm run build makes the stacks of this project.';

/** Why there is no stack at a path, and what is there instead. */
export function missingStack(path: string): string {
  const folder = dirname(path);
  const environment = dirname(folder) === OURS ? OUR_FOLDER.exec(basename(folder))?.[1] : undefined;
  if (environment !== undefined) return missingEnvironment(environment);
  const there = namesIn(path);
  if (there === undefined) return `${path} is not there. ${WHAT_TO_GIVE}`;
  const candidates = there.filter((name) => name.endsWith('.json'));
  const [first] = candidates;
  return first === undefined
    ? `The folder ${path} has no cdk.tf.json. ${WHAT_TO_GIVE}`
    : `The folder ${path} has no cdk.tf.json, and has ${candidates.join(', ')}: if that is a stack or a state, name it: ${join(path, first)}`;
}

function missingEnvironment(environment: string): string {
  const there = (namesIn(OURS) ?? []).flatMap((name) => OUR_FOLDER.exec(name)?.[1] ?? []);
  return there.length === 0
    ? `There is no synthesized stack in ${OURS}. Make the stack first: npm run build`
    : `There is no synthesized stack of ${environment}: there are ${there.join(', ')}. npm run build makes those of infra/environments.ts.`;
}

/** @returns undefined where it is no folder */
function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder).sort();
  } catch {
    return undefined;
  }
}
