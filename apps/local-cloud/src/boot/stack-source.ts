import { dirname } from 'node:path';

/** Where what is played comes from. */
export type StackSource =
  | { readonly kind: 'synthesized'; readonly stackDir: string }
  /** What Terraform has applied here. */
  | { readonly kind: 'applied'; readonly storeDir: string }
  /** `terraform show -json` of any deployment, and the folder of the files that it names. */
  | { readonly kind: 'state'; readonly file: string; readonly assetsDir: string };

/** As the command line has it. */
interface GivenSource {
  readonly stack?: string | undefined;
  readonly applied?: boolean | undefined;
  readonly state?: string | undefined;
  readonly assets?: string | undefined;
}

/** What is played, and the store whose changes are taken over meanwhile. */
interface ParsedSource {
  readonly played: StackSource;
  readonly storeDir: string | undefined;
}

/** @param invalid makes the error of a sentence that says what is wrong */
export function parseSource(
  { stack, applied = false, state, assets }: GivenSource,
  env: string,
  invalid: (what: string) => Error,
): ParsedSource {
  const given = [
    ...(stack === undefined ? [] : ['--stack']),
    ...(applied ? ['--applied'] : []),
    ...(state === undefined ? [] : ['--state']),
  ];
  if (given.length > 1) throw invalid(`${given.join(' and ')} contradict each other`);
  if (assets !== undefined && state === undefined) {
    throw invalid('--assets says where the files of a --state lie, and there is none');
  }
  const storeDir = storeDirOf(env);
  if (applied) return { played: { kind: 'applied', storeDir }, storeDir };
  if (state !== undefined) {
    const assetsDir = assets ?? dirname(state);
    return { played: { kind: 'state', file: state, assetsDir }, storeDir: undefined };
  }
  // A folder of one's own choice is what one wants to see, whatever is applied meanwhile.
  if (stack !== undefined) {
    return { played: { kind: 'synthesized', stackDir: stack }, storeDir: undefined };
  }
  const stackDir = `cdktf.out/stacks/gatehouse-${env}`;
  return { played: { kind: 'synthesized', stackDir }, storeDir };
}

/** Where `npm run deploy:local` keeps what it applies; it takes the same variable. */
function storeDirOf(env: string): string {
  const root = process.env.GATEHOUSE_TERRAFORM_DIR ?? '.gatehouse/terraform';
  return `${root}/store/gatehouse-${env}`;
}
