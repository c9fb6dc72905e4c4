import { countFurther } from '../boot/place-stack';
import { readApplied, type Stack } from '../boot/read-stack';
import type { OpenPorts } from '../http/open-ports';
import { describeLeftAccounts } from './describe-left-accounts';
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
  readonly ports: Pick<OpenPorts, 'further' | 'openFurther'>;
  readonly serving: Pick<Serving, 'played' | 'serve' | 'serveNothing' | 'goOn'>;
  readonly memory: Memory;
  /** Told of every stack before any of its services answers. */
  readonly onOpened: (opened: Opened) => void;
}

export interface Takeovers {
  /** Looks at the store and makes what serves it, one look at a time: at once, unless ports have to be opened for it. */
  begin(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/**
 * Makes what serves the applied store in place of what was served before: all of it or, while it is not whole, nothing of it.
 * Whatever happens is said in one line, and never ends what is served.
 */
export function createTakeovers(given: TakeOver): Takeovers {
  let lastRefusal: string | undefined;
  let opening: Promise<void> | undefined;
  let isAskedAgain = false;
  const attempt = (run: () => void): void => {
    try {
      run();
      lastRefusal = undefined;
    } catch (error) {
      refuse(error);
    }
  };
  const refuse = (error: unknown): void => {
    given.serving.goOn();
    const because = error instanceof Error ? error.message : String(error);
    // An apply that pauses several times is not whole for the same reason each time.
    if (because !== lastRefusal) given.stage.log(stillServed(given.serving.played, because));
    lastRefusal = because;
  };
  const look = (): void => {
    const stack = readApplied(given.storeDir);
    const wanted = stack === undefined ? 0 : countFurther(stack.graph);
    if (wanted <= given.ports.further.length) {
      takeOver(stack, given);
      return;
    }
    opening = given.ports
      .openFurther(wanted)
      .then(() => {
        attempt(() => {
          takeOver(stack, given);
        });
      }, refuse)
      .finally(() => {
        opening = undefined;
        if (isAskedAgain) begin();
      });
  };
  const begin = (): void => {
    isAskedAgain = opening !== undefined;
    if (!isAskedAgain) attempt(look);
  };
  return {
    begin,
    idle: async () => {
      while (opening !== undefined) await opening;
    },
  };
}

function takeOver(stack: Stack | undefined, given: TakeOver): void {
  const { stage, serving } = given;
  const before = serving.played;
  if (stack === undefined) {
    leave(given);
    return;
  }
  const played = play(stack, given);
  serving.serve(played);
  const beyond = played.places.further.map(({ address, origin }) => `; ${address} at ${origin}`);
  const words = describeTakeover(before?.model, played.model);
  stage.log(`took over ${stack.words}: ${words}${beyond.join('')}`);
  const left = before === undefined ? undefined : describeLeftAccounts(before, played);
  if (left !== undefined) stage.log(left);
}

/** A synthesized stack is not destroyed when something else is. */
function leave({ serving, stage }: TakeOver): void {
  if (serving.played?.stack.kind !== 'applied') return;
  const { words } = serving.played.stack;
  serving.serveNothing();
  stage.log(
    `${words} has been destroyed: requests are refused until npm run deploy:local; restart npm start to serve the synthesized stack`,
  );
}

function play(stack: Stack, { stage, ports, memory, onOpened }: TakeOver): Played {
  const opened = openStack(stack, stage, ports.further);
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
