import type { AccessDiff } from '@gatehouse/auth-model';

import type { Report } from '../report';
import { xmlText } from './escape';

const ROW = 30;
const COLUMN = 112;
const FIRST = 240;
const HEAD = 84;
const FOOT = 46;
/** A picture larger than this is no picture. */
const MAX_PRINCIPALS = 24;
const MAX_ROUTES = 200;
/** So many characters fit a column. */
const MAX_NAME = { principal: 14, route: 32 } as const;

type Cell = AccessDiff['cells'][number];

/** The access matrix as SVG 1.1: what was gained and lost stands out. No script, no link, no font or picture from elsewhere. */
export function matrixPicture({ access, secrets }: Report): string {
  const shown = access ?? EMPTY;
  const principals = shown.principals.slice(0, MAX_PRINCIPALS);
  const routes = shown.routes.slice(0, MAX_ROUTES);
  const cells = new Map(shown.cells.map((cell) => [keyOf(cell.principal, cell.route), cell]));
  const width = FIRST + Math.max(principals.length, 3) * COLUMN + 20;
  const height = HEAD + Math.max(routes.length, 1) * ROW + FOOT;
  const text = (said: string, length: number): string =>
    xmlText(shortened(secrets.mask(said), length));
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>Who can call what</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="20" y="30" font-size="17" font-weight="600" fill="#1c2128">${titleOf(access)}</text>`,
    ...principals.map(
      (name, column) =>
        `<text x="${middle(column)}" y="${HEAD - 12}" text-anchor="middle" font-weight="600" fill="#1c2128">${text(name, MAX_NAME.principal)}</text>`,
    ),
    ...routes.flatMap((route, row) => [
      `<text x="20" y="${HEAD + row * ROW + 20}" font-family="ui-monospace, monospace" fill="#1c2128">${text(route, MAX_NAME.route)}</text>`,
      ...principals.map((name, column) => picture(cells.get(keyOf(name, route)), column, row)),
    ]),
    `<text x="20" y="${height - 16}" fill="#57606a">${legend(shown, principals.length, routes.length)}</text>`,
    `</svg>`,
  ];
  return `${lines.join('\n')}\n`;
}

const EMPTY: Pick<AccessDiff, 'principals' | 'routes' | 'cells'> = {
  principals: [],
  routes: [],
  cells: [],
};

const keyOf = (principal: string, route: string): string => JSON.stringify([principal, route]);

const middle = (column: number): number => FIRST + column * COLUMN + COLUMN / 2;

function titleOf(access: AccessDiff | undefined): string {
  if (access === undefined) return 'Who can call what could not be compared';
  const { gained, lost, doubtful, unchanged } = access;
  const doubt = doubtful.length === 0 ? '' : `, ${doubtful.length} cannot be told`;
  return `Who can call what: ${gained.length} gained, ${lost.length} lost, ${unchanged} unchanged${doubt}`;
}

/** Each state has a sign of its own, so that it reads without colour. */
const LOOKS = {
  gained: { sign: '+ ✓', fill: '#dafbe1', ink: '#116329' },
  lost: { sign: '− ✕', fill: '#ffebe9', ink: '#a40e26' },
  allowed: { sign: '✓', fill: '#ffffff', ink: '#116329' },
  denied: { sign: '✕', fill: '#ffffff', ink: '#6e7781' },
  doubtful: { sign: '?', fill: '#fff8c5', ink: '#7d4e00' },
  absent: { sign: '–', fill: '#ffffff', ink: '#6e7781' },
} as const;

function picture(cell: Cell | undefined, column: number, row: number): string {
  const { sign, fill, ink } = LOOKS[stateOf(cell)];
  const top = HEAD + row * ROW;
  return (
    `<rect x="${FIRST + column * COLUMN + 2}" y="${top + 2}" width="${COLUMN - 4}" height="${ROW - 4}" rx="4" fill="${fill}" stroke="#d0d7de"/>` +
    `<text x="${middle(column)}" y="${top + 20}" text-anchor="middle" fill="${ink}">${sign}</text>`
  );
}

function stateOf(cell: Cell | undefined): keyof typeof LOOKS {
  if (cell === undefined) return 'absent';
  const { before, after } = cell;
  if (after === null) return 'doubtful';
  if (after === true) return before === true ? 'allowed' : 'gained';
  if (before === true || before === null) return 'lost';
  return after === undefined ? 'absent' : 'denied';
}

function legend({ principals, routes }: typeof EMPTY, columns: number, rows: number): string {
  const left = principals.length - columns + (routes.length - rows);
  const cut = left === 0 ? '' : `; ${left} more rows or columns are not drawn`;
  return `✓ can call   ✕ cannot   ? cannot be told   – is not there${cut}`;
}

function shortened(text: string, length: number): string {
  const chars = Array.from(text);
  return chars.length <= length ? text : `${chars.slice(0, length - 1).join('')}…`;
}
