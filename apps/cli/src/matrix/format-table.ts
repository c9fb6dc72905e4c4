import type { AccessMatrix, MatrixRoute } from '@gatehouse/auth-model';

import type { Marks } from './marks';

/** One row for each route, one column for each principal. */
export function formatTable(
  matrix: AccessMatrix,
  labels: readonly string[],
  marks: Marks,
): readonly string[] {
  const first = widest(matrix.routes.map(({ name }) => name));
  const head = `  ${' '.repeat(first)}   ${labels.join('   ')}`;
  const rows = matrix.routes.map((route) => {
    const cells = matrix.principals.map(({ name }, at) =>
      centred(verdict(matrix, name, route.name), labels[at]?.length ?? 1, marks),
    );
    return `  ${route.name.padEnd(first)}   ${cells.join('   ')}${key(route, marks)}`.trimEnd();
  });
  return [head, ...rows];
}

/** What stands above the columns: names, or their numbers in the list below where names would not fit. */
export function columnLabels(
  { principals, routes }: Pick<AccessMatrix, 'principals' | 'routes'>,
  width: number,
): { readonly labels: readonly string[]; readonly areNumbers: boolean } {
  const names = principals.map(({ name }) => name);
  const needed = 2 + widest(routes.map(({ name }) => name)) + 3 + names.join('   ').length;
  const areNumbers = needed > width;
  return { labels: areNumbers ? names.map((_, at) => String(at + 1)) : names, areNumbers };
}

/** The sign alone is measured: its colour takes no room. */
function centred(allowed: boolean | null, width: number, marks: Marks): string {
  const left = Math.floor((width - 1) / 2);
  return ' '.repeat(left) + marks.verdict(allowed) + ' '.repeat(Math.max(width - 1 - left, 0));
}

function verdict({ cells }: AccessMatrix, principal: string, route: string): boolean | null {
  return (
    cells.find((cell) => cell.principal === principal && cell.route === route)?.allowed ?? null
  );
}

function key({ apiKeyRequired }: MatrixRoute, marks: Marks): string {
  if (apiKeyRequired === false) return '';
  return `   ${marks.faint(apiKeyRequired === true ? 'API key' : 'API key?')}`;
}

export const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => text.length));
