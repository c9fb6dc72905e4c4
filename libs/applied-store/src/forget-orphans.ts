import type { AppliedStore } from './applied-store';

/** What is read of a `terraform.tfstate`, version 4. */
interface State {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly instances: readonly { readonly attributes: { readonly id?: unknown } | null }[];
  }[];
}

/**
 * Removes what was made and never written down: a run that was killed between the two leaves objects that Terraform does not know of,
 * and would make again.
 * @param stateText content of the state file; undefined where there is none
 * @returns what was removed, as `<type> <id>`
 */
export function forgetOrphans(
  store: AppliedStore,
  stateText: string | undefined,
): readonly string[] {
  const known = idsIn(stateText === undefined ? {} : (JSON.parse(stateText) as State));
  const orphans = store.list().filter(({ type, id }) => !known.has(`${type} ${id}`));
  for (const { type, id } of orphans) store.remove(type, id);
  return orphans.map(({ type, id }) => `${type} ${id}`);
}

function idsIn({ resources = [] }: State): ReadonlySet<string> {
  const managed = resources.filter(({ mode }) => mode === 'managed');
  return new Set(
    managed.flatMap(({ type, instances }) =>
      instances.map(({ attributes }) => `${type} ${String(attributes?.id)}`),
    ),
  );
}
