import { writeFileSync } from 'node:fs';

import {
  formatVerdict,
  isAtLeast,
  matrixPicture,
  review,
  type Report,
} from '@gatehouse/plan-review';

import { formatReport } from './review/format-report';
import { formatRules } from './review/format-rules';
import { readPlan } from './review/read-plan';
import { readSide } from './review/read-side';
import { readWaivers } from './review/read-waivers';
import { parseReviewOptions, REVIEW_HELP, type ReviewOptions } from './review/review-options';
import { runAsCommand, UsageError } from './run-as-command';

/** `npm run review`: what a change means, before it is merged or applied. */
await runAsCommand(async (argv) => {
  const options = parseReviewOptions(argv, new Date());
  if (options.kind === 'review') await runReview(options);
  else console.log(options.kind === 'help' ? REVIEW_HELP : formatRules());
});

async function runReview(options: ReviewOptions): Promise<void> {
  const report = await makeReport(options);
  for (const { format, file } of options.outputs) {
    const text = formatReport(report, format, options);
    if (file === undefined) process.stdout.write(text);
    else write(file, text);
  }
  // Whoever has sent all of it to files still wants to know how it ended.
  if (options.outputs.every(({ file }) => file !== undefined)) {
    const files = options.outputs.map(({ file }) => file).join(', ');
    console.error(`${formatVerdict(report)} Written to ${files}.`);
  }
  if (options.svg !== undefined) write(options.svg, matrixPicture(report));
  const isOver = report.findings.some(({ severity }) => isAtLeast(severity, options.failOn));
  process.exitCode = isOver ? 1 : 0;
}

async function makeReport(options: ReviewOptions): Promise<Report> {
  const { sides, environment, today } = options;
  const progress = (words: string): void => {
    console.error(words);
  };
  const base =
    sides.base === undefined ? undefined : await readSide(sides.base, environment, progress);
  const head =
    sides.head === undefined ? undefined : await readSide(sides.head, environment, progress);
  const headWaivers = readWaivers(options.headWaivers, head?.commit);
  return review({
    ...(base && { base: base.snapshot }),
    ...(head && { head: head.snapshot }),
    ...(sides.plan !== undefined && { plan: readPlan(sides.plan) }),
    waivers: {
      base: readWaivers(options.waivers, base?.commit) ?? [],
      today,
      ...(headWaivers && { head: headWaivers }),
    },
  });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written (${words}).`, { cause: error });
  }
}
