import type { StepFacts, StepName } from './trace';

/** A step in words. */
export interface Told<Name extends StepName> {
  /** @default true */
  readonly isNeeded?: boolean;
  /** A sentence; where the step refused, the refusal stands in its place. */
  readonly detail: string;
  readonly facts?: StepFacts[Name];
}
