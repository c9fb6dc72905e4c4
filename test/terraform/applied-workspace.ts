import { Workspace } from './workspace';

const applied = new Map<string, Workspace>();
const initialized = new Map<string, Workspace>();

/** A workspace to which the stack has been applied: once, and copied from then on. */
export function appliedWorkspace({ folder }: { readonly folder: string }): Workspace {
  const original = applied.get(folder) ?? new Workspace();
  if (!applied.has(folder)) {
    original.useStack(folder);
    original.init();
    original.apply();
    applied.set(folder, original);
  }
  return new Workspace({ copyOf: original });
}

/** The stack, ready to be planned. */
export function initializedWorkspace({ folder }: { readonly folder: string }): Workspace {
  const original = initialized.get(folder) ?? new Workspace();
  if (!initialized.has(folder)) {
    original.useStack(folder);
    original.init();
    initialized.set(folder, original);
  }
  return new Workspace({ copyOf: original });
}
