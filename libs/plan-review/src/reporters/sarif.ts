import type { Finding } from '../finding';
import { RULES } from '../registry';
import type { Report } from '../report';
import type { Severity } from '../severity';
import { WAIVER_RULES } from '../waivers/waiver-rules';
import { visibleJson } from './escape';
import { sarifVoice, type Voice } from './voice';

export interface SarifOptions {
  /** The file that findings are shown at, relative to the repository: `cdktf.out/stacks/gatehouse-dev/cdk.tf.json`. */
  readonly file: string;
}

/** Source: SARIF 2.1.0, 3.27.10 "level property". */
const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'warning',
  info: 'note',
};

/** Source: GitHub documentation, "SARIF support for code scanning", `security-severity`. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.0',
};

/** For code scanning: SARIF 2.1.0 with one result for each finding. Ends without a line break. */
export function formatSarif(report: Report, { file }: SarifOptions): string {
  const voice = sarifVoice(report.secrets);
  return visibleJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'gatehouse-review', rules: descriptors() } },
        results: report.findings.map((finding) => result(finding, file, voice)),
        properties: { verdict: voice.said(report.verdict) },
      },
    ],
  });
}

function descriptors() {
  const ofWaivers = Object.values(WAIVER_RULES).map(({ rule, ...rest }) => ({
    id: rule,
    title: rest.why,
    ...rest,
  }));
  return [...RULES, ...ofWaivers].map(({ id, title, severity, why, fix }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: fix },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { 'security-severity': SECURITY_SEVERITY[severity], tags: ['security'] },
  }));
}

function result(
  { rule, severity, address, construct, message, fix }: Finding,
  file: string,
  voice: Voice,
) {
  return {
    ruleId: rule,
    level: LEVEL[severity],
    message: { text: `${voice.value(address)}: ${voice.said(message)}. ${fix}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: 1 } },
        logicalLocations: [
          {
            fullyQualifiedName: voice.masked(construct ?? address),
            name: voice.masked(address),
            kind: 'resource',
          },
        ],
      },
    ],
    // Two runs about the same finding are one alert.
    partialFingerprints: { 'gatehouse/v1': `${rule} ${voice.masked(address)}` },
  };
}
