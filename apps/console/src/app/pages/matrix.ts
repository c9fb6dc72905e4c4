import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { MatrixAnswer } from '../operator/answers';
import { injectLive } from '../operator/live';
import { routeParts } from '../parts/asked-call';
import { CanQuestion } from '../parts/can-question';
import { CutEdges } from '../parts/cut-edges';
import { LiveState } from '../parts/live-state';
import { roleNameIn } from '../parts/role-name-in';

const SIGNS = { yes: '✓', no: '✕', open: '?' } as const;
const WORDS = { yes: 'may call', no: 'may not call', open: 'may perhaps call' } as const;

type Verdict = keyof typeof SIGNS;

interface CellView {
  readonly id: string;
  readonly principal: string;
  readonly route: string;
  readonly verdict: Verdict;
  readonly sign: string;
  readonly sentence: string;
  readonly reason: string;
}

/** With more columns, names above one another would make a wide table of narrow marks. */
const MOST_UPRIGHT = 6;

/** Letters of a leaning name that has one line; longer ones have two, up to so many letters each. */
const ONE_LINE = 24;
const LONGEST_LINE = 38;

/** By how much an arrow key moves: rows, columns. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Who may call what, as a picture. */
@Component({
  selector: 'gh-matrix',
  imports: [CanQuestion, CutEdges, LiveState, RouterLink],
  templateUrl: './matrix.html',
})
export class Matrix {
  private readonly document = inject(DOCUMENT);
  protected readonly live = injectLive<MatrixAnswer>(() => '/matrix');
  protected readonly roleNameIn = roleNameIn;
  private readonly chosenId = signal('cell-0-0');
  protected readonly rows = computed(() => {
    const matrix = this.live.value();
    return matrix?.routes.map((route, row) => ({
      ...route,
      ...routeParts(route.name),
      cells: matrix.principals.map(({ name }, column) =>
        cellOf(matrix, name, route.name, row, column),
      ),
    }));
  });
  protected readonly names = computed(
    () => this.live.value()?.principals.map(({ name }) => name) ?? [],
  );
  protected readonly routeNames = computed(
    () => this.live.value()?.routes.map(({ name }) => name) ?? [],
  );
  /** How the names above the columns stand. */
  protected readonly heads = computed(() => {
    const longest = Math.max(0, ...this.names().map((name) => name.length));
    const lean = this.names().length > MOST_UPRIGHT;
    return { lean, inTwoLines: longest > ONE_LINE, letters: lettersOf(longest) };
  });
  protected readonly chosen = computed(() => {
    const cells = this.rows()?.flatMap((row) => row.cells) ?? [];
    return cells.find(({ id }) => id === this.chosenId()) ?? cells[0];
  });

  protected choose(cell: CellView): void {
    this.chosenId.set(cell.id);
  }

  /** One stop for the Tab key, and the arrows within: a large matrix would be hundreds of stops. */
  protected move(event: KeyboardEvent, row: number, column: number): void {
    const by = MOVES[event.key];
    const next = by && this.rows()?.[row + by[0]]?.cells[column + by[1]];
    if (next === undefined) return;
    event.preventDefault();
    this.choose(next);
    this.document.getElementById(next.id)?.focus();
  }
}

/** How many letters the lines of leaning names have room for: words seldom end where two lines would be just half each. */
function lettersOf(longest: number): number {
  if (longest <= ONE_LINE) return longest;
  return Math.min(Math.max(ONE_LINE, Math.ceil(longest / 2) + 4), LONGEST_LINE);
}

function cellOf(
  { cells }: MatrixAnswer,
  principal: string,
  route: string,
  row: number,
  column: number,
): CellView {
  const cell = cells.find((one) => one.principal === principal && one.route === route);
  const verdict = cell?.allowed == null ? 'open' : cell.allowed ? 'yes' : 'no';
  return {
    id: `cell-${String(row)}-${String(column)}`,
    principal,
    route,
    verdict,
    sign: SIGNS[verdict],
    sentence: `${principal} ${WORDS[verdict]} ${route}`,
    reason: cell?.reason ?? '',
  };
}
