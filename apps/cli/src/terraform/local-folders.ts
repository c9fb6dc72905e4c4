import { join } from 'node:path';

/** Everything of the stand-in lies here, away from what a real deployment writes: its own mirror, output, state, lock file and store. */
const ROOT = join('.gatehouse', 'terraform');

export interface LocalFolders {
  /** `gatehouse-dev`. */
  readonly stack: string;
  /** In which all the others lie. */
  readonly root: string;
  readonly mirror: string;
  readonly cliConfig: string;
  /** What cdktf writes. */
  readonly output: string;
  readonly stackFolder: string;
  /** Where the backend's own path would lead from the stack's folder too, three folders up. */
  readonly stateFile: string;
  readonly store: string;
  /** Where a running local cloud says what its addresses are. */
  readonly originsFile: string;
  /** There while a command runs, and after one that did not end well. */
  readonly unfinished: string;
}

/** @param root @default what GATEHOUSE_TERRAFORM_DIR names, else `.gatehouse/terraform`; the local cloud takes the same variable */
export function localFolders(
  environment: string,
  root = process.env.GATEHOUSE_TERRAFORM_DIR ?? ROOT,
): LocalFolders {
  const stack = `gatehouse-${environment}`;
  const output = join(root, 'cdktf.out');
  return {
    stack,
    root,
    mirror: join(root, 'mirror'),
    cliConfig: join(root, 'terraform.rc'),
    output,
    stackFolder: join(output, 'stacks', stack),
    stateFile: join(root, '.state', `${stack}.tfstate`),
    store: join(root, 'store', stack),
    originsFile: join(root, 'store', `${stack}.origins.json`),
    unfinished: join(root, 'store', `${stack}.unfinished`),
  };
}
