/** GitHub's API with one pull request that has no comment yet: says its address, and what was commented when it is asked. */
import { startRecordedGitHub } from '../../apps/pull-request/src/testing/recorded-github';

const comments = `/repos/gatehouse/gatehouse/issues/${process.argv[2] ?? ''}/comments`;
const github = await startRecordedGitHub({
  [`GET ${comments}?per_page=100&page=1`]: [{ body: [] }],
  [`POST ${comments}`]: [{ status: 201 }],
});
process.on('message', () => {
  const { body } = (github.asked.at(-1)?.body ?? {}) as { readonly body?: string };
  process.send?.({ comment: body ?? '' });
});
process.send?.({ url: github.url });
