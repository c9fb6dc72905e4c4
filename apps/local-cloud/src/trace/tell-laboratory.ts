import type { LaboratoryMark } from '../http/message';
import { milliseconds } from './tell-usage';
import type { Told } from './told';

const LIFT =
  'lift the fault on the page Lab of the console, or with PUT /lab/faults {"faults": []} on the operator port';

/** Why a request is answered as it was ordered to be, as a clause. */
export function orderedBecause(status: number): string {
  return `the laboratory was told to answer ${status}; ${LIFT}`;
}

/** What the laboratory did to a request that was answered all the same. */
export function tellLaboratory({
  request: { laboratory },
}: {
  readonly request: { readonly laboratory?: LaboratoryMark };
}): Told<'laboratory'> {
  if (laboratory === undefined)
    return { isNeeded: false, detail: 'The laboratory left the request alone.' };
  const { delayMs, heldMs, withoutCors } = laboratory;
  const done = [
    ...(delayMs > 0 ? [`hold the request back for ${delayMs} ms`] : []),
    ...(withoutCors
      ? ['take the CORS headers from the answer, which no browser lets a page read']
      : []),
  ];
  return {
    detail: `The laboratory was told to ${done.join(', and to ')}: ${LIFT}.`,
    facts: { ...(delayMs > 0 && { delayMs, heldMs }), withoutCors },
  };
}

/** What of the time was ordered, in brackets. */
export function heldWords(laboratory: LaboratoryMark | undefined): string {
  const heldMs = laboratory?.heldMs ?? 0;
  return heldMs > 0 ? ` (${milliseconds(heldMs)} of it held back by the laboratory)` : '';
}
