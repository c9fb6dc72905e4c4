import { EXPLAIN_HELP, parseExplainOptions } from './explain/explain-options';
import { findClouds } from './explain/find-clouds';
import { formatTrace } from './explain/format-trace';
import { readTrace } from './explain/read-trace';
import { marksFor } from './matrix/marks';
import { runAsCommand } from './run-as-command';

/** `npm run explain`: why a request was answered as it was. */
await runAsCommand(async (argv) => {
  const options = parseExplainOptions(argv);
  if (options === 'help') {
    console.log(EXPLAIN_HELP);
    return;
  }
  const trace = await readTrace(findClouds(options), options.requestId);
  const marks = marksFor(process.stdout, process.env);
  console.log(options.json ? JSON.stringify(trace, null, 2) : formatTrace(trace, marks));
});
