import { writeFileSync } from 'node:fs';

import { JobError, required } from '../job';
import type { Command } from './command';

const AUDIENCE = 'sts.amazonaws.com';
const TIMEOUT_MS = 30_000;

/**
 * Terraform's provider signs in by itself from AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE; only GitHub's token has to be fetched.
 * Source: GitHub Docs, "Configuring OpenID Connect in cloud providers".
 */
export const token: Command = {
  usage: '--out <file>',
  summary: "writes the job's OIDC token for AWS into a file that only this user can read",
  options: ['out'],
  async run({ out = '' }, job) {
    const url = new URL(required(job, 'ACTIONS_ID_TOKEN_REQUEST_URL'));
    url.searchParams.set('audience', AUDIENCE);
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${required(job, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN')}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { value } = response.ok ? ((await response.json()) as { value?: unknown }) : {};
    if (typeof value !== 'string') {
      throw new JobError(
        `GitHub gave no OIDC token (status ${response.status}): does the job have the permission id-token: write?`,
      );
    }
    writeFileSync(out, value, { mode: 0o600 });
    job.print(`The OIDC token is in ${out}.`);
    return 0;
  },
};
