import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** As synthesis names the folder of an environment. */
const FOLDER_OF_ENVIRONMENT = /^gatehouse-(.+)$/;

/** Why there is no synthesized stack in a folder, what is there instead, and what to give. */
export function missingStack(stackDir: string): string {
  if (isFile(stackDir)) {
    return `${stackDir} is a file, and --stack takes the folder of a synthesized stack: ${
      basename(stackDir) === 'cdk.tf.json'
        ? `--stack ${dirname(stackDir)}`
        : `if it is what terraform show -json printed, give --state ${stackDir}`
    }.`;
  }
  const there = namesIn(stackDir)?.filter((name) => name.endsWith('.json')) ?? [];
  const [first] = there;
  if (first !== undefined) {
    return `There is no cdk.tf.json in ${stackDir}, which has ${there.join(', ')}: if that is what terraform show -json printed, give --state ${join(stackDir, first)}.`;
  }
  return `There is no synthesized stack at ${join(stackDir, 'cdk.tf.json')}. ${environments(stackDir)}Run npm run build, which makes those of this project that are deployed (the rows of infra/environments.ts), or name another folder with --stack.`;
}

/** Of whoever named an environment. */
function environments(stackDir: string): string {
  if (!FOLDER_OF_ENVIRONMENT.test(basename(stackDir))) return '';
  const names = (namesIn(dirname(stackDir)) ?? []).flatMap(
    (name) => FOLDER_OF_ENVIRONMENT.exec(name)?.[1] ?? [],
  );
  return names.length === 0 ? '' : `Synthesized are the environments ${names.join(', ')}. `;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder).sort();
  } catch {
    return undefined;
  }
}
