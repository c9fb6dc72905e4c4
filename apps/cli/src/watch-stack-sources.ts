import { watch } from 'node:fs';
import { join } from 'node:path';

/** An editor writes one file in several steps, and a checkout many files. */
const QUIET_MS = 300;

/** What the Terraform is made from and no watcher rebuilds. */
export const STACK_SOURCES = ['infra', 'libs/access'] as const;

/**
 * Says that what is served was synthesized before, once for each burst of changes: content is rebuilt live, Terraform is not.
 * @param folders below the current one
 * @returns stops watching
 */
export function watchStackSources(
  folders: readonly string[],
  say: (line: string) => void,
): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const changed = (file: string): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      say(
        `${file} changed: the Terraform that is served was synthesized before. Restart npm run dev to serve the new one.`,
      );
    }, QUIET_MS).unref();
  };
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true, persistent: false }, (_event, name) => {
      if (name !== null && isSource(name)) changed(join(folder, name));
    })
      // A folder that cannot be watched is no reason to stop serving.
      .on('error', () => undefined),
  );
  return () => {
    clearTimeout(waiting);
    for (const watcher of watchers) watcher.close();
  };
}

/** Tests and what an editor leaves beside a file make no other Terraform. */
function isSource(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts');
}
