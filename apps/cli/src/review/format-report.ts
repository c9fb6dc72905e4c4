import {
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  type Report,
} from '@gatehouse/plan-review';

import type { Format, ReviewOptions } from './review-options';

/** Where the findings of a change are: in the program that makes the stack. */
const PROGRAM = 'infra/app-stack.ts';

/** The report in one format, with a line break at its end. */
export function formatReport(
  report: Report,
  format: Format,
  {
    environment,
    artifactUrl,
    isOffline,
  }: Pick<ReviewOptions, 'environment' | 'artifactUrl' | 'isOffline'>,
): string {
  switch (format) {
    case 'text':
      return `${formatText(report)}\n`;
    case 'json':
      return `${formatJson(report)}\n`;
    case 'sarif':
      return `${formatSarif(report, { file: PROGRAM })}\n`;
    case 'markdown':
      return formatMarkdown(report, {
        environment,
        isOffline,
        ...(artifactUrl === undefined ? {} : { artifactUrl }),
      });
  }
}
