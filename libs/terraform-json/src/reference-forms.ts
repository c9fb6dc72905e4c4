import type { Reference } from './value';

const NAME = String.raw`[A-Za-z_][A-Za-z0-9_-]*`;
const STEP = String.raw`(?:\.(?:${NAME}|\d+)|\[\d+\])`;

/** First words that Terraform gives another meaning, so that no resource type can have them. */
const RESERVED = new Set([
  'count',
  'data',
  'each',
  'local',
  'module',
  'path',
  'self',
  'terraform',
  'var',
]);

/**
 * What may stand inside `${…}`, whole. Anything else is refused by name: guessing at an expression would be guessing at who
 * may call what. Source: Terraform language, "References to Named Values" (resources and data sources).
 */
export const REFERENCE_FORMS = [
  {
    form: 'type.name.attribute[.path | [0]]',
    pattern: new RegExp(`^(?<address>(?<root>${NAME})\\.${NAME})(?<path>\\.${NAME}${STEP}*)$`),
  },
  {
    form: 'data.type.name.attribute[.path | [0]]',
    pattern: new RegExp(
      `^(?<address>data\\.(?<root>${NAME})\\.${NAME})(?<path>\\.${NAME}${STEP}*)$`,
    ),
  },
] as const;

/** Reads the text inside `${…}`; `undefined`: not one of the listed forms. Indexes become steps: `a[0].b` → `a.0.b`. */
export function parseReference(text: string): Reference | undefined {
  for (const { pattern } of REFERENCE_FORMS) {
    const { address, root, path } = pattern.exec(text.trim())?.groups ?? {};
    if (address === undefined || root === undefined || path === undefined) continue;
    if (RESERVED.has(root)) continue;
    return { address, attribute: path.slice(1).replace(/\[(\d+)\]/g, '.$1') };
  }
  return undefined;
}
