import { readApplied, type Stack } from '../boot/read-stack';
import { describeTakeover } from './describe-takeover';
import {
  discard,
  openStack,
  playStack,
  type Memory,
  type Opened,
  type Played,
  type Stage,
} from './play';
import type { Serving } from './serving';

interface TakeOver {
  readonly storeDir: string;
  readonly stage: Stage;
  readonly serving: Pick<Serving, 'played' | 'serve' | 'serveNothing'>;
  readonly memory: Memory;
  /** Told of every stack before any of its services answers. */
  readonly onOpened: (opened: Opened) => void;
}

/**
 * Makes what serves the applied store in place of what was served before: all of it or, while it is not whole, nothing of it.
 * Whatever happens is said in one line, and never ends what is served.
 */
export function createTakeOver(given: TakeOver): () => void {
  let lastRefusal: string | undefined;
  return () => {
    try {
      takeOver(given);
      lastRefusal = undefined;
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      // An apply that pauses several times is not whole for the same reason each time.
      if (because !== lastRefusal) given.stage.log(stillServed(given.serving.played, because));
      lastRefusal = because;
    }
  };
}

function takeOver(given: TakeOver): void {
  const { stage, serving } = given;
  const before = serving.played;
  const stack = readApplied(given.storeDir);
  if (stack === undefined) {
    leave(given);
    return;
  }
  const played = play(stack, given);
  serving.serve(played);
  stage.log(`took over ${stack.words}: ${describeTakeover(before?.model, played.model)}`);
}

/** A synthesized stack is not destroyed when something else is. */
function leave({ serving, stage }: TakeOver): void {
  if (serving.played?.stack.kind !== 'applied') return;
  const { words } = serving.played.stack;
  serving.serveNothing();
  stage.log(`${words} has been destroyed: requests are refused until npm run deploy:local`);
}

function play(stack: Stack, { stage, memory, onOpened }: TakeOver): Played {
  const opened = openStack(stack, stage);
  try {
    onOpened(opened);
    return playStack(opened, stage, memory);
  } catch (error) {
    void discard(opened);
    throw error;
  }
}

function stillServed(played: Played | undefined, because: string): string {
  const still = played === undefined ? 'nothing is served yet' : `${played.stack.words} goes on`;
  return `what is applied is not whole, and ${still}: ${because}`;
}
