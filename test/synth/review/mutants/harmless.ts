import type { Mutant } from './mutants';

/** Changes that a review need not raise above info, and why. */
export interface HarmlessChange {
  /** Of `type path how`. */
  readonly pattern: RegExp;
  readonly because: string;
}

export const HARMLESS: readonly HarmlessChange[] = [];

export function reasonFor({ kind }: Mutant): HarmlessChange | undefined {
  return HARMLESS.find(({ pattern }) => pattern.test(kind));
}
