import type { Report } from '../report';
import { isAtLeast } from '../severity';
import { accessLines, cellSign } from './access-lines';
import { alike, otherPlaces, type Alike } from './alike';
import { countAccess, countFindings, countResources } from './counts';
import { fitSections, type Section } from './fit-sections';
import { notKnownLines } from './not-known-lines';
import { resourceLines, unfolded } from './resource-lines';
import { markdownVoice, type Voice } from './voice';

export interface MarkdownOptions {
  /** One comment for each: `dev`. Letters, digits and hyphens. */
  readonly environment: string;
  /** Where the whole review lies, for what does not fit. */
  readonly artifactUrl?: string;
  /** The plan was made without AWS, by the stand-in provider. */
  readonly isOffline?: boolean;
  /** @default what GitHub takes, less a line */
  readonly maxBytes?: number;
}

/** GitHub counts characters; bytes are never fewer. Source: GitHub REST API, "body is too long (maximum is 65536 characters)". */
const GITHUB_LIMIT = 65_536;

/** Left for the hidden line that a workflow adds (apps/pull-request, `decisions/comment-digest.ts`). */
const ROOM = 128;

/** More columns than this are read nowhere. */
const MAX_PRINCIPALS = 12;

/** By what the comment of an environment is found again, so that it is updated in its place. */
export function commentMarker(environment: string): string {
  if (!/^[A-Za-z0-9-]{1,40}$/.test(environment)) {
    throw new RangeError(
      'an environment is named by 1 to 40 letters, digits and hyphens: the comment is found by it',
    );
  }
  return `<!-- gatehouse-review ${environment} -->`;
}

/**
 * A comment for a pull request: the verdict in the first line, then folded sections. It always fits, and ends with the marker of its
 * environment.
 * @throws RangeError for an environment or an address that could break out of the comment
 */
export function formatMarkdown(report: Report, options: MarkdownOptions): string {
  const { environment, artifactUrl, isOffline = false, maxBytes = GITHUB_LIMIT - ROOM } = options;
  const voice = markdownVoice(report.secrets);
  const notes = [
    ...report.basis.map((said) => voice.said(said)),
    ...(isOffline
      ? ['Planned offline by the stand-in for the AWS provider: ids and what AWS adds are made up.']
      : []),
  ];
  const head = [
    `${voice.said(report.verdict)}.`,
    '',
    ...(report.isSilent ? [] : [summary(report, environment), '']),
  ];
  const foot = [
    ...(report.isSilent ? [] : notes).flatMap((note) => [`<sub>${note}</sub>`, '']),
    commentMarker(environment),
    '',
  ];
  return fitSections({
    head,
    sections: report.isSilent ? [] : sectionsOf(report, voice),
    foot,
    elsewhere: elsewhere(artifactUrl),
    maxBytes,
  });
}

function summary(report: Report, environment: string): string {
  return `**${environment}** · access: ${countAccess(report)} · findings: ${countFindings(report)} · resources: ${countResources(report)}`;
}

function elsewhere(url: string | undefined): string {
  if (url === undefined) return 'the artifact of this run';
  if (!/^https:\/\/[A-Za-z0-9./_~%?=&-]+$/.test(url)) {
    throw new RangeError('the address of the artifact must be plain https');
  }
  return `[the artifact of this run](${url})`;
}

function sectionsOf(report: Report, voice: Voice): readonly Section[] {
  const { shown, folded } = unfolded(report);
  const destroys = shown.some(({ action }) => ['destroy', 'replace', 'rename'].includes(action));
  return [
    {
      title: `Findings: ${countFindings(report)}`,
      isOpen: report.findings.some(({ severity }) => isAtLeast(severity, 'high')),
      lines: alike(report.findings).flatMap((group) => findingLines(group, voice)),
    },
    {
      title: `Who can call what: ${countAccess(report)}`,
      isOpen: false,
      lines: [
        ...accessLines(report, voice).map((line) => `- ${line.replace(/^([+−?]) /, '$1&nbsp;')}`),
        ...matrixTable(report, voice),
      ],
    },
    {
      title: `Resources: ${countResources(report)}`,
      isOpen: destroys,
      lines: [
        ...shown.flatMap((entry) => {
          const { line, details } = resourceLines(entry, voice);
          return [`- ${line}`, ...details.map((detail) => `  - ${detail}`)];
        }),
        ...[...folded].map(([reason, entries]) => `- ${entries.length} folded: ${reason}`),
      ],
    },
    {
      title: `Could not be known: ${report.unknown.length}`,
      isOpen: false,
      lines: notKnownLines(report, voice).map((line) => `- ${line}`),
    },
    {
      title: `Waived: ${report.waived.length}`,
      isOpen: false,
      lines: report.waived.map(
        ({ finding, waiver }) =>
          `- ${finding.rule} at ${voice.value(finding.address)}, by ${voice.value(waiver.owner)} until ${waiver.expires}: ${voice.value(waiver.reason)}`,
      ),
    },
  ];
}

function findingLines({ finding, others }: Alike, voice: Voice): readonly string[] {
  const { rule, severity, address, construct, message, why, fix } = finding;
  const where = construct === undefined ? '' : ` (${voice.value(construct)})`;
  return [
    `- **${severity}** ${voice.value(address)}${where}: ${voice.said(message)}`,
    `  - ${why}`,
    `  - ${fix} (rule ${rule})`,
    ...otherPlaces(others, voice).map((line) => `  - ${line}`),
  ];
}

/** ✓ can, ✕ cannot, ? cannot be told, – is not there. */
function matrixTable({ access }: Report, { value }: Voice): readonly string[] {
  if (access === undefined || access.cells.length === 0) return [];
  const principals = access.principals.slice(0, MAX_PRINCIPALS);
  const left = access.principals.length - principals.length;
  const cells = new Map(
    access.cells.map((cell) => [JSON.stringify([cell.principal, cell.route]), cell] as const),
  );
  const rows = access.routes.map((route) => {
    const signs = principals.map((principal) => {
      const cell = cells.get(JSON.stringify([principal, route]));
      return cellSign(cell?.before, cell?.after);
    });
    return `| ${value(route)} | ${signs.join(' | ')} |`;
  });
  return [
    '',
    `| | ${principals.map((principal) => value(principal)).join(' | ')} |`,
    `|---|${principals.map(() => ':-:').join('|')}|`,
    ...rows,
    '',
    `✓ can call, ✕ cannot, ? cannot be told, – is not there${left === 0 ? '' : `; ${left} more principals are in the artifact`}`,
  ];
}
