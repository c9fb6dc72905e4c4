/** A part of a comment that is folded away. */
export interface Section {
  /** Of ours alone: it stands in HTML. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly lines: readonly string[];
}

export interface Fitting {
  readonly head: readonly string[];
  readonly sections: readonly Section[];
  readonly foot: readonly string[];
  /** Where the rest is, in Markdown. */
  readonly elsewhere: string;
  readonly maxBytes: number;
}

/** More than the line that says what is left out will ever take. */
const ROOM_FOR_NOTE = 400;

/**
 * Puts the parts together so that they fit: every section keeps its title, and the last lines go first, a sentence in their place.
 * @throws RangeError when not even the titles fit
 */
export function fitSections({ head, sections, foot, elsewhere, maxBytes }: Fitting): string {
  const told = sections.filter(({ lines }) => lines.length > 0);
  const frames = told.map(({ title, isOpen }) => ({
    before: [isOpen ? '<details open>' : '<details>', `<summary>${title}</summary>`, ''],
    after: ['', '</details>', ''],
  }));
  const fixed = [...head, ...foot, ...frames.flatMap(({ before, after }) => [...before, ...after])];
  let room = maxBytes - sizeOf(fixed) - told.length * ROOM_FOR_NOTE;
  if (room < 0) {
    throw new RangeError(`a review needs more than ${maxBytes} bytes`);
  }
  const filled = told.flatMap(({ lines }, index) => {
    const kept = linesThatFit(lines, room);
    room -= sizeOf(kept);
    const left = lines.length - kept.length;
    const note = left === 0 ? [] : ['', `${left} more lines are in ${elsewhere}.`];
    const { before = [], after = [] } = frames[index] ?? {};
    return [...before, ...kept, ...note, ...after];
  });
  return [...head, ...filled, ...foot].join('\n');
}

function linesThatFit(lines: readonly string[], room: number): readonly string[] {
  let size = 0;
  const end = lines.findIndex((line) => {
    size += sizeOf([line]);
    return size > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

const encoder = new TextEncoder();

/** With the line break of each. */
function sizeOf(lines: readonly string[]): number {
  return lines.reduce((size, line) => size + encoder.encode(line).length + 1, 0);
}
