/**
 * The refusal of a second object where AWS has none: its "put" operations overwrite what is there. The stand-in refuses, because two
 * resources that write the same thing undo each other with every apply.
 */
export function silentOverwrite(what: string): (unique: string) => string {
  return (unique) =>
    `${what} "${unique}" already exists: AWS would overwrite it without a word, and two resources would undo each other; ` +
    `import the one there is, or give this one a name of its own`;
}
