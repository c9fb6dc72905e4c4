let waiting: (() => void)[] = [];

/**
 * Does it when this turn of the event loop ends, together with all else that waits for that. Written one after the other, answers
 * wake their readers once; each on its own, they wake them each time, which costs as much as making a short answer.
 */
export function atEndOfTurn(act: () => void): void {
  if (waiting.length === 0) setImmediate(doAll);
  waiting.push(act);
}

function doAll(): void {
  const all = waiting;
  waiting = [];
  for (const act of all) act();
}
