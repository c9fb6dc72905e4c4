import { RULES } from '@gatehouse/plan-review';

/** Every rule with its severity, what it is about and where that is written. */
export function formatRules(): string {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return RULES.map(
    ({ id, severity, title, why, source }) =>
      `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}\n  ${why}\n  Source: ${source}`,
  ).join('\n\n');
}
