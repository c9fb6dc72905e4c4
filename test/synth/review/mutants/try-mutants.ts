import { review, toPlain, toSnapshot, type Report } from '@gatehouse/plan-review';
import { parseTerraformJson, TerraformJsonError, type JsonObject } from '@gatehouse/terraform-json';

import { excuseFor, type Excuse } from './harmless';
import { mutantsOf, type Mutant } from './mutants';

export interface Outcome {
  readonly mutant: Mutant;
  /** Absent: nothing of the review tells it from no change. */
  readonly reportedAs?: 'access' | 'finding' | 'not known' | 'refused';
  /** What the review says of it. */
  readonly words?: string;
  /** Of rules that could not cope with it. */
  readonly failures: readonly string[];
  /** Why it does not matter that it is not reported. */
  readonly harmless?: Excuse;
}

/** Reviews every mutant against the stack, and says what came of each. */
export function* tryMutants(
  stack: JsonObject,
  isChosen: (mutant: Mutant) => boolean = () => true,
): Iterable<Outcome> {
  const base = toSnapshot(parseTerraformJson(stack, FILE));
  for (const mutant of mutantsOf(stack)) {
    if (!isChosen(mutant)) continue;
    const told = tell(mutant, () => {
      const head = toSnapshot(parseTerraformJson(mutant.stack, FILE));
      return review({ base, head, waivers: { base: [], today: '2026-01-01' } });
    });
    const harmless = told.reportedAs === undefined ? excuseFor(mutant) : undefined;
    yield { mutant, ...told, ...(harmless && { harmless }) };
  }
}

/** True the first time that a mutant of a kind comes. */
export function firstOfItsKind(): (mutant: Mutant) => boolean {
  const known = new Set<string>();
  return ({ kind }) => {
    if (known.has(kind)) return false;
    known.add(kind);
    return true;
  };
}

const FILE = 'cdk.tf.json';

type Told = Pick<Outcome, 'reportedAs' | 'words' | 'failures'>;

function tell(mutant: Mutant, run: () => Report): Told {
  try {
    const report = run();
    const failures = report.unknown.flatMap(({ because }) =>
      toPlain(because).startsWith('the rule failed') ? [toPlain(because)] : [],
    );
    return { ...whatItSays(mutant, report), failures };
  } catch (error) {
    if (error instanceof TerraformJsonError)
      return { reportedAs: 'refused', words: error.message, failures: [] };
    throw error;
  }
}

function whatItSays(
  { address }: Mutant,
  { access, findings, unknown }: Report,
): Omit<Told, 'failures'> {
  const found = findings.find(({ severity }) => severity !== 'info');
  if (found !== undefined)
    return { reportedAs: 'finding', words: `${found.rule}: ${toPlain(found.message)}` };
  const [changed] = [
    ...(access?.gained ?? []),
    ...(access?.lost ?? []),
    ...(access?.doubtful ?? []),
  ];
  if (changed !== undefined)
    return {
      reportedAs: 'access',
      words: `${changed.principal} ${changed.route}: ${changed.reason}`,
    };
  // Of what it could not know, it has to name the place: that something is not known helps nobody.
  // Where nobody could tell who may call what, that is the first sentence of the review.
  const [note] = unknown.filter(
    (one) =>
      access === undefined || one.address === address || toPlain(one.because).includes(address),
  );
  return note === undefined ? {} : { reportedAs: 'not known', words: toPlain(note.because) };
}
