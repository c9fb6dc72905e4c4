import type { StepOutcome, Trace } from '../../../local-cloud/src/trace/trace';
import type { Marks } from '../matrix/marks';

const WIDTH = 100;

/** One paragraph for a person, then the chain with a sign for each step. Ends without a line break. */
export function formatTrace(trace: Trace, marks: Marks): string {
  const { steps, requestId, atMs, service } = trace;
  // What decided (a policy, or the step that refused) is said by the summary.
  const others = steps.filter(({ name, outcome }) => outcome === 'passed' && name !== 'policy');
  const paragraph = [trace.summary, ...others.map(({ detail }) => detail)].join(' ');
  const chain = steps.map(({ name, outcome }) => `${name} ${signOf(outcome, marks)}`);
  return [
    ...wrap(paragraph),
    '',
    `  ${chain.join(' → ')}`,
    marks.faint(
      `  ${marks.verdict(true)} passed   ${marks.verdict(false)} refused   – not needed   · not reached`,
    ),
    marks.faint(`  ${service} request ${requestId}, ${new Date(atMs).toISOString()}`),
  ].join('\n');
}

function signOf(outcome: StepOutcome, marks: Marks): string {
  switch (outcome) {
    case 'passed':
      return marks.verdict(true);
    case 'refused':
      return marks.verdict(false);
    case 'not needed':
      return '–';
    case 'not reached':
      return '·';
  }
}

/** Words are never split: an ARN is to be copied. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
