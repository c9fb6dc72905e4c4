import type { AppliedObject, AppliedStore } from './applied-store';

/** What is read of a `terraform.tfstate`, version 4. */
interface State {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly instances: readonly { readonly attributes: Attributes | null }[];
  }[];
}

type Attributes = Readonly<Record<string, unknown>>;

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
  const known = instancesIn(stateText === undefined ? {} : (JSON.parse(stateText) as State));
  const orphans = store.list().filter((object) => !isKnown(object, known));
  for (const { type, id } of orphans) store.remove(type, id);
  return orphans.map(({ type, id }) => `${type} ${id}`);
}

/** `<type> <id>` → its instances: several, where an id is unique only within another object. */
function instancesIn({ resources = [] }: State): ReadonlyMap<string, readonly Attributes[]> {
  const instances = resources
    .filter(({ mode }) => mode === 'managed')
    .flatMap(({ type, instances: all }) =>
      all.map(({ attributes }) => ({ type, attributes: attributes ?? {} })),
    );
  const byId = new Map<string, Attributes[]>();
  for (const { type, attributes } of instances) {
    const name = `${type} ${String(attributes.id)}`;
    byId.set(name, [...(byId.get(name) ?? []), attributes]);
  }
  return byId;
}

function isKnown(
  { type, values, within }: AppliedObject,
  known: ReadonlyMap<string, readonly Attributes[]>,
): boolean {
  const instances = known.get(`${type} ${String(values.id)}`) ?? [];
  return instances.some((it) => within === undefined || it[within] === values[within]);
}
