import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** GitHub in a process of its own, since the steps of a workflow are waited for without a turn of ours. */
export interface PlayedGitHub {
  readonly url: string;
  /** What was last written as a comment. */
  readonly comment: string;
  during<T>(run: () => T): Promise<T>;
  close(): Promise<void>;
}

interface Told {
  readonly url?: string;
  readonly comment?: string;
}

export async function playGitHub(pullRequest: number): Promise<PlayedGitHub> {
  const child = fork(new URL('./github-process.ts', import.meta.url), [String(pullRequest)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import=tsx'],
    env: { ...process.env, NODE_TEST_CONTEXT: undefined },
  });
  const { url = '' } = await told(child);
  let comment = '';
  return {
    url,
    get comment() {
      return comment;
    },
    during: async (run) => {
      const done = run();
      child.send('tell');
      comment = (await told(child)).comment ?? '';
      return done;
    },
    close: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function told(child: ChildProcess): Promise<Told> {
  const [message] = (await once(child, 'message')) as [Told];
  return message;
}
