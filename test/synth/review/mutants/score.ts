/** `npm run review:mutants`: of every single change to our stacks, how many a review reports, and which it does not. */
import { tryAll } from './stacks';
import type { Outcome } from './try-mutants';

const byType = new Map<string, Outcome[]>();
for (const outcome of tryAll({ every: true })) {
  const { type } = outcome.mutant;
  byType.set(type, [...(byType.get(type) ?? []), outcome]);
}

const all = [...byType.values()].flat();
console.log(line('', 'mutants', 'reported', 'harmless', 'survived'));
for (const [type, outcomes] of [...byType].toSorted()) console.log(counted(type, outcomes));
console.log(counted('all', all));

const survivors = all.filter(hasSurvived);
for (const { mutant } of survivors) {
  console.log(`survived: ${mutant.address} ${mutant.path} ${mutant.how}`.replaceAll('\n', ' '));
}
const reported = all.filter(({ reportedAs }) => reportedAs !== undefined).length;
const meaningful = reported + survivors.length;
console.log(
  `${reported} of ${meaningful} meaningful changes are reported (${((100 * reported) / meaningful).toFixed(1)} %); ${all.length - meaningful} more are harmless.`,
);
process.exitCode = survivors.length === 0 ? 0 : 1;

function hasSurvived({ reportedAs, harmless }: Outcome): boolean {
  return reportedAs === undefined && harmless === undefined;
}

function counted(name: string, outcomes: readonly Outcome[]): string {
  const count = (is: (outcome: Outcome) => boolean): string => String(outcomes.filter(is).length);
  return line(
    name,
    String(outcomes.length),
    count(({ reportedAs }) => reportedAs !== undefined),
    count(({ harmless }) => harmless !== undefined),
    count(hasSurvived),
  );
}

function line(name: string, ...columns: readonly string[]): string {
  return `${name.padEnd(48)}${columns.map((column) => column.padStart(10)).join('')}`;
}
