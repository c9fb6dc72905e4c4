import { BUILDS, isFresh } from '@gatehouse/build-stamp';

/** Our own stacks are made from sources that may have moved on: said on stderr, beside an answer that still stands. */
export function warnWhenStale(stack: string): void {
  if (isFresh(BUILDS.stacks, process.cwd())) return;
  console.error(
    `${stack} is older than what it is made from: npm run build brings it up to date.\n`,
  );
}
