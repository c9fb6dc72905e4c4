import { buildStale } from './build';
import { loadLocalCloud } from './local-cloud-program';
import { runAsCommand } from './run-as-command';

/** `npm start`: builds and synthesizes what is missing or stale, then runs the local cloud until Ctrl-C. */
await runAsCommand(async (argv) => {
  const { HELP, parseOptions, run } = await loadLocalCloud();
  const options = parseOptions(argv);
  if (options === 'help') {
    console.log(HELP);
    return;
  }
  await buildStale(['api', 'client', 'stacks']);
  await run(options);
});
