import type { JsonObject } from '@gatehouse/terraform-json';

import { EVERYTHING_ON, PROD } from '../../fixture-project';
import { devStack, Synthesized } from '../../synthesized';
import { firstOfItsKind, tryMutants, type Outcome } from './try-mutants';

/** The fixture's `dev`, and its `prod` with all that an environment may have: what `dev` has not cannot be taken from it. */
export function* tryAll({ every }: { readonly every: boolean }): Iterable<Outcome> {
  const stacks = [devStack(), new Synthesized({ whole: { ...PROD, ...EVERYTHING_ON } })];
  const isChosen = every ? () => true : firstOfItsKind();
  for (const { text } of stacks) yield* tryMutants(JSON.parse(text) as JsonObject, isChosen);
}
