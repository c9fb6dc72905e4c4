import { RULES, WAIVER_RULES } from '@gatehouse/plan-review';

interface Row {
  readonly id: string;
  readonly severity: string;
  readonly about: string;
  readonly lines: readonly string[];
}

/** Every rule that a finding can come from, with its severity, what it is about and where that is written. */
export function formatRules(): string {
  const rows: readonly Row[] = [
    ...RULES.map(({ id, severity, title, why, source }) => ({
      id,
      severity,
      about: title,
      lines: [why, `Source: ${source}`],
    })),
    ...Object.values(WAIVER_RULES).map(({ rule, severity, why, fix }) => ({
      id: rule,
      severity,
      about: why,
      lines: [fix],
    })),
  ];
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows
    .map(({ id, severity, about, lines }) =>
      [`${id.padEnd(width)}  ${severity.padEnd(8)}  ${about}`, ...lines].join('\n  '),
    )
    .join('\n\n');
}
