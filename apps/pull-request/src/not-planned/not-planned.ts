import { markdownCode, visibleJson } from './escape';

/** A review of what no plan was made of: the two files that the job which comments takes. */
export interface NotPlanned {
  readonly markdown: string;
  /** In the shape that `npm run review -- --format json` writes. */
  readonly json: string;
}

/** What names an environment, and the comment that is its own. */
export const ENVIRONMENT = /^[A-Za-z0-9-]{1,40}$/;

/** More than these are as many reasons as nobody reads. */
const MAX_REASONS = 30;

/**
 * Says in place of a review why there is none, so that no older one stays as if it were about this change.
 * @param environment whose comment it is: letters, digits and hyphens
 * @param reasons at least one; whatever a pull request has written in them is shown as code
 * @throws RangeError for an environment that could break out of the comment
 */
export function notPlanned(environment: string, reasons: readonly string[]): NotPlanned {
  if (!ENVIRONMENT.test(environment))
    throw new RangeError('an environment is named by 1 to 40 letters, digits and hyphens');
  const [first = 'nobody has said why', ...others] = reasons;
  const verdict = `This change was not planned: ${markdownCode(first)}`;
  const shown = others.slice(0, MAX_REASONS - 1);
  const left = others.length - shown.length;
  const lines = [
    verdict,
    '',
    `**${environment}** · nothing is known of what it would do: no access, finding or resource was reviewed.`,
    '',
    ...shown.map((reason) => `- ${markdownCode(reason)}`),
    ...(left > 0 ? [`- and ${left} more`] : []),
    ...(shown.length > 0 ? [''] : []),
    `<!-- gatehouse-review ${environment} -->`,
    '',
  ];
  return { markdown: lines.join('\n'), json: visibleJson(report(reasons)) };
}

/** What is refused is a finding of its own, so that a plan made later decides something else. */
function report(reasons: readonly string[]): object {
  return {
    verdict: `This change was not planned: ${reasons[0] ?? ''}`,
    silent: false,
    findings: reasons.slice(0, MAX_REASONS).map((message) => ({
      rule: 'not-planned',
      severity: 'critical',
      address: '',
      message,
      why: 'What no plan was made of, nobody has reviewed.',
      fix: 'Mend what the message names.',
    })),
    waived: [],
    matrix: { gained: [], lost: [], doubtful: [], unchanged: null },
    resources: [],
    unknown: [{ address: '', because: 'Nothing was planned.' }],
  };
}
