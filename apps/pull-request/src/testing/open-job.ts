import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

import { runCommand } from '../run-command';
import { startRecordedGitHub, type RecordedAnswer } from './recorded-github';

export const REPOSITORY = 'gatehouse/gatehouse';
export const SHA = 'c'.repeat(40);
export const MARKER = '<!-- gatehouse-review prod -->';
export const COMMENTS = (number: number): string =>
  `/repos/${REPOSITORY}/issues/${number}/comments`;
export const LIST = (number: number): string => `GET ${COMMENTS(number)}?per_page=100&page=1`;

export const DECISIONS = {
  matrix: {
    gained: [{ principal: 'member', route: 'POST /vip', reason: '' }],
    lost: [],
    doubtful: [],
  },
  resources: [],
  unknown: [],
  findings: [],
};

export const comment = (id: number, body: string) => ({ id, body, user: { type: 'Bot' } });

/** A job with a folder of its own, and GitHub as it was recorded. */
export async function openJob(
  t: TestContext,
  answers: Readonly<Record<string, readonly RecordedAnswer[]>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-job-'));
  const github = await startRecordedGitHub(answers);
  t.after(async () => {
    rmSync(folder, { recursive: true });
    await github.close();
  });
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const printed: string[] = [];
  const env: Record<string, string> = {
    GITHUB_API_URL: github.url,
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_SHA: SHA,
    GITHUB_STEP_SUMMARY: file('summary.md', ''),
    GITHUB_TOKEN: 'ghs_token',
    PLAN_PASSPHRASE: 'a passphrase of an environment',
    review: file('review.md', `\`member\` can now call \`POST /vip\`.\n\n${MARKER}\n`),
    decisions: file('review.json', DECISIONS),
  };
  const run = (...argv: string[]): Promise<number> =>
    runCommand(argv, {
      env,
      print: (line) => printed.push(line),
      wait: () => Promise.resolve(),
    });
  const withReview = (command: string): Promise<number> =>
    run(
      ...[command, '--review', env.review ?? '', '--decisions', env.decisions ?? ''],
      ...(command === 'publish' ? ['--environment', 'prod'] : []),
    );
  return { folder, github, env, file, printed, run, withReview };
}
