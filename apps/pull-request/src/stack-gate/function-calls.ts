/**
 * The names of functions that templates in a text call: `"${file("a")}"` → `["file"]`. It reads too much rather than too little:
 * what looks like a call inside a quoted part of a template counts as one.
 * @param text a string of Terraform JSON, in which only `${…}` and `%{…}` are evaluated
 */
export function functionCalls(text: string): readonly string[] {
  const start = text.search(/[$%]\{/);
  if (start < 0) return [];
  const names: string[] = [];
  for (const [, name = ''] of text.slice(start).matchAll(/([A-Za-z_][\w:-]*)\s*\(/g)) {
    if (!OPERATORS.has(name)) names.push(name);
  }
  return names;
}

/** Words after which a bracket only groups. */
const OPERATORS: ReadonlySet<string> = new Set(['in', 'if', 'for', 'else']);
