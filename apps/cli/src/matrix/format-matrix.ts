import type { AccessCell, AccessMatrix, AuthModel } from '@gatehouse/auth-model';

import { columnLabels, formatTable, widest } from './format-table';
import type { Marks } from './marks';
import { wrapped } from './wrap';

/** A log is read in an editor, or in the page of a build. */
export const WIDTH_WITHOUT_TERMINAL = 120;

/**
 * A table of who can call what, the role of each, and the reason of each cell. Ends without a line break.
 * @param width no line is longer, unless one word is
 */
export function formatMatrix(
  matrix: AccessMatrix,
  { unsupported }: Pick<AuthModel, 'unsupported'>,
  title: string,
  marks: Marks,
  width = WIDTH_WITHOUT_TERMINAL,
): string {
  const { labels, areNumbers } = columnLabels(matrix, width);
  const sections = [
    [marks.heading(title)],
    matrix.routes.length === 0 ? ['  (no routes)'] : formatTable(matrix, labels, marks),
    legend(matrix, marks, width),
    section('Who', roles(matrix, areNumbers ? labels : undefined, width), marks),
    section('Why', reasons(matrix, marks, width), marks),
    section(
      'Look at',
      matrix.findings.flatMap((finding) => wrapped('  ! ', finding, width)),
      marks,
    ),
    section(
      'Set, but not weighed here',
      unsupported.flatMap(({ address, attribute, because }) =>
        wrapped('  ! ', `${address}.${attribute}: ${because}`, width),
      ),
      marks,
    ),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function legend(
  { cells, preflights }: AccessMatrix,
  marks: Marks,
  width: number,
): readonly string[] {
  const open = cells.some(({ allowed }) => allowed === null);
  const signs = `  ${marks.verdict(true)} can call   ${marks.verdict(false)} cannot${open ? `   ${marks.verdict(null)} cannot be told` : ''}`;
  if (preflights.length === 0) return [signs];
  const count =
    preflights.length === 1
      ? '1 OPTIONS route answers'
      : `${preflights.length} OPTIONS routes answer`;
  const words = `${count} CORS preflights, to anyone: ${preflights.join(', ')}`;
  return [signs, ...wrapped('  ', words, width).map((line) => marks.faint(line))];
}

/** @param numbers of the columns, where the table has no names */
function roles(
  { principals }: AccessMatrix,
  numbers: readonly string[] | undefined,
  width: number,
): readonly string[] {
  const first = widest(principals.map(({ name }) => name));
  const digits = widest(numbers ?? []);
  return principals.flatMap(({ name, role }, at) => {
    const number = numbers === undefined ? '' : `${(numbers[at] ?? '').padStart(digits)}  `;
    return wrapped(`  ${number}${name.padEnd(first)}   `, role, width);
  });
}

function reasons(
  { cells, principals, routes }: AccessMatrix,
  marks: Marks,
  width: number,
): readonly string[] {
  const first = widest(principals.map(({ name }) => name));
  return routes.flatMap(({ name }) => [
    `  ${name}`,
    ...cells
      .filter(({ route }) => route === name)
      .flatMap((cell) =>
        wrapped(
          `    ${marks.verdict(cell.allowed)} ${cell.principal.padEnd(first)}   `,
          shortReason(cell, principals),
          width,
        ),
      ),
  ]);
}

/** The role stands under "Who" already. */
function shortReason(
  { principal, reason }: AccessCell,
  principals: AccessMatrix['principals'],
): string {
  const role = principals.find(({ name }) => name === principal)?.role ?? '';
  return reason.startsWith(`${role}: `) ? reason.slice(role.length + 2) : reason;
}

function section(title: string, lines: readonly string[], marks: Marks): readonly string[] {
  return lines.length === 0 ? [] : [marks.heading(title), ...lines];
}
