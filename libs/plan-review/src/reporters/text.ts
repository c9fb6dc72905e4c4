import type { Report } from '../report';
import { accessLines } from './access-lines';
import { alike, otherPlaces, type Alike } from './alike';
import { countAccess, countFindings, countResources } from './counts';
import { notKnownLines } from './not-known-lines';
import { resourceLines, unfolded } from './resource-lines';
import { textVoice, type Voice } from './voice';

/** For a terminal or a log: the verdict, the findings, who can call what, the resources, what is not known. Ends without a line break. */
export function formatText(report: Report): string {
  const voice = textVoice(report.secrets);
  const sections = [
    [formatVerdict(report)],
    section(
      `Findings: ${countFindings(report)}`,
      alike(report.findings).flatMap((group) => findingLines(group, voice)),
    ),
    section(
      `Waived: ${report.waived.length}`,
      report.waived.map(
        ({ finding, waiver }) =>
          `  ${finding.rule} at ${voice.value(finding.address)}, by ${voice.value(waiver.owner)} until ${waiver.expires}: ${voice.value(waiver.reason)}`,
      ),
    ),
    section(`Who can call what: ${countAccess(report)}`, accessLines(report, voice).map(indented)),
    section(`Resources: ${countResources(report)}`, resourcesOf(report, voice)),
    section(
      `Could not be known: ${report.unknown.length}`,
      notKnownLines(report, voice).map(indented),
    ),
    report.basis.map((said) => voice.said(said)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Its first line alone: for whoever reads the rest elsewhere. */
export function formatVerdict({ verdict, secrets }: Pick<Report, 'verdict' | 'secrets'>): string {
  return `${textVoice(secrets).said(verdict)}.`;
}

function findingLines({ finding, others }: Alike, voice: Voice): readonly string[] {
  const { rule, severity, address, construct, message, why, fix } = finding;
  const where = construct === undefined ? '' : ` (${voice.value(construct)})`;
  return [
    `  ${severity.padEnd(8)} ${voice.value(address)}${where}: ${voice.said(message)}`,
    `           ${rule}. ${why}`,
    `           ${fix}`,
    ...otherPlaces(others, voice).map((line) => `           ${line}`),
  ];
}

function resourcesOf(report: Report, voice: Voice): readonly string[] {
  const { shown, folded } = unfolded(report);
  return [
    ...shown.flatMap((entry) => {
      const { line, details } = resourceLines(entry, voice);
      return [indented(line), ...details.map((detail) => `      ${detail}`)];
    }),
    ...[...folded].map(([reason, entries]) => `  ${entries.length} folded: ${reason}`),
  ];
}

const indented = (line: string): string => `  ${line}`;

/** A section that has nothing to say says nothing. */
function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}
