/**
 * `npm test`: everything, on a fresh machine or an old one, ending with one line `N passed, N failed`.
 * `npm test -- unit e2e` runs the stages named.
 */
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { passedFile } from './conformance/passed-tests';
import { addCounts, closingLine, type Counts, type Stage } from './runner/stage';
import { countFile, countNodeTest, readCounts, readPlaywright } from './runner/count';
import { runStage } from './runner/run-stage';

/** Files that share nothing run beside each other: Node itself leaves one of two processors idle. */
const BESIDE_EACH_OTHER = `--test-concurrency=${Math.max(2, availableParallelism())}`;

/** Hundreds of small files that load the same modules: a process for each took four times as long. Units share nothing anyway. */
const IN_ONE_PROCESS = '--experimental-test-isolation=none';

const nodeTest = (...patterns: readonly string[]): Pick<Stage, 'command' | 'args' | 'count'> => ({
  command: 'node',
  args: [
    '--disable-warning=ExperimentalWarning',
    '--import=tsx',
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    ...patterns,
  ],
  count: countNodeTest,
});

/** Also writes down which tests passed, for the ledger of conformance. */
const namedNodeTest = (
  stage: string,
  ...patterns: readonly string[]
): ReturnType<typeof nodeTest> =>
  nodeTest(
    '--test-reporter=./test/runner/passed-reporter.mjs',
    `--test-reporter-destination=${passedFile(stage)}`,
    ...patterns,
  );

const STAGES = {
  format: { title: 'format', command: 'prettier', args: ['--check', '--log-level=warn', '.'] },
  types: { title: 'types', command: 'npm', args: ['run', '--silent', 'types'] },
  borders: {
    title: 'borders',
    command: 'depcruise',
    args: ['infra', 'apps', 'libs', 'test', '--output-type=err-long'],
  },
  unused: { title: 'unused code', command: 'knip', args: ['--no-progress'] },
  lint: { title: 'lint', command: 'eslint', args: ['.', '--max-warnings=0'] },
  unit: {
    title: 'unit',
    ...namedNodeTest(
      'unit',
      IN_ONE_PROCESS,
      'libs/**/*.test.ts',
      'apps/**/*.test.ts',
      'infra/**/*.test.ts',
      'test/runner/*.test.ts',
    ),
  },
  build: { title: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
  synth: {
    title: 'synth',
    ...namedNodeTest('synth', BESIDE_EACH_OTHER, 'test/synth/**/*.test.ts'),
  },
  system: { title: 'system', ...namedNodeTest('system', 'test/system/**/*.test.ts') },
  terraform: {
    title: 'terraform',
    ...nodeTest(BESIDE_EACH_OTHER, 'test/terraform/**/*.test.ts'),
  },
  karma: {
    title: 'karma',
    command: 'ng',
    args: ['test'],
    count: countFile('dist/test/karma.json', readCounts),
  },
  conformance: { title: 'conformance', ...nodeTest('test/conformance/*.test.ts') },
  e2e: {
    title: 'e2e',
    command: 'playwright',
    args: ['test', '--config=test/e2e/playwright.config.ts'],
    count: countFile('dist/test/e2e.json', readPlaywright),
  },
} as const satisfies Record<string, Stage>;

type StageName = keyof typeof STAGES;

/**
 * Each in the order in which a failure is cheapest to find. What reads the sources only, and on one processor, runs beside what runs
 * them.
 */
const LANES: readonly (readonly StageName[])[] = [
  ['format', 'types', 'borders', 'unused', 'lint', 'karma', 'synth'],
  ['build', 'unit', 'system', 'terraform'],
];
/** After all of them: the one reads which tests passed, and browsers want both processors. */
const LAST: readonly StageName[] = ['conformance', 'e2e'];

/** node:test repeats what failed at the end; other programs print only what is wrong. */
function failuresOnly(output: string): string {
  const start = output.lastIndexOf('✖ failing tests:');
  return output.slice(Math.max(start, 0)).trim();
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in STAGES));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. The stages are ${Object.keys(STAGES).join(', ')}.`,
  );
  process.exit(2);
}

mkdirSync('dist/test', { recursive: true });
const all: Counts[] = [];
await Promise.all(LANES.map(runLane));
await runLane(LAST);
const total = addCounts(all);
console.log('');
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

async function runLane(names: readonly StageName[]): Promise<void> {
  for (const name of names) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const stage: Stage = STAGES[name];
    const result = await runStage(stage);
    all.push(result.counts);
    console.log(
      `${result.counts.failed === 0 ? '✓' : '✕'} ${stage.title.padEnd(12)} ${closingLine(result.counts).padEnd(32)} ${result.seconds.toFixed(1)} s`,
    );
    if (result.counts.failed > 0) console.log(`\n${failuresOnly(result.output)}\n`);
  }
}
