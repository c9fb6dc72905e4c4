import type { AccessCell, AccessMatrix, AuthModel, MatrixRoute } from '@gatehouse/auth-model';

import type { Marks } from './marks';

/** A table of who can call what, the role of each, and the reason of each cell. Ends without a line break. */
export function formatMatrix(
  matrix: AccessMatrix,
  { unsupported }: Pick<AuthModel, 'unsupported'>,
  title: string,
  marks: Marks,
): string {
  const sections = [
    [marks.heading(title)],
    matrix.routes.length === 0 ? ['  (no routes)'] : table(matrix, marks),
    legend(matrix, marks),
    section('Who', roles(matrix), marks),
    section('Why', reasons(matrix, marks), marks),
    section(
      'Look at',
      matrix.findings.map((finding) => `  ! ${finding}`),
      marks,
    ),
    section(
      'Set, but not weighed here',
      unsupported.map(
        ({ address, attribute, because }) => `  ! ${address}.${attribute}: ${because}`,
      ),
      marks,
    ),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function table(matrix: AccessMatrix, marks: Marks): readonly string[] {
  const names = matrix.principals.map(({ name }) => name);
  const first = widest(matrix.routes.map(({ name }) => name));
  const head = `  ${' '.repeat(first)}   ${names.join('   ')}`;
  const rows = matrix.routes.map((route) => {
    const cells = names.map((name) =>
      centred(verdict(matrix, name, route.name), name.length, marks),
    );
    return `  ${route.name.padEnd(first)}   ${cells.join('   ')}${key(route, marks)}`.trimEnd();
  });
  return [head, ...rows];
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

function legend({ cells, preflights }: AccessMatrix, marks: Marks): readonly string[] {
  const open = cells.some(({ allowed }) => allowed === null);
  const signs = `  ${marks.verdict(true)} can call   ${marks.verdict(false)} cannot${open ? `   ${marks.verdict(null)} cannot be told` : ''}`;
  if (preflights.length === 0) return [signs];
  const count =
    preflights.length === 1
      ? '1 OPTIONS route answers'
      : `${preflights.length} OPTIONS routes answer`;
  return [signs, marks.faint(`  ${count} CORS preflights, to anyone: ${preflights.join(', ')}`)];
}

function roles({ principals }: AccessMatrix): readonly string[] {
  const width = widest(principals.map(({ name }) => name));
  return principals.map(({ name, role }) => `  ${name.padEnd(width)}   ${role}`);
}

function reasons({ cells, principals, routes }: AccessMatrix, marks: Marks): readonly string[] {
  const width = widest(principals.map(({ name }) => name));
  return routes.flatMap(({ name }) => [
    `  ${name}`,
    ...cells
      .filter(({ route }) => route === name)
      .map(
        (cell) =>
          `    ${marks.verdict(cell.allowed)} ${cell.principal.padEnd(width)}   ${shortReason(cell, principals)}`,
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

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => text.length));
