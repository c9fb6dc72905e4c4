import type { Report } from '../report';
import { describeCause } from '../access/describe-cause';
import { moveText, type ResourceEntry } from '../resources/resource-entry';
import { visibleJson } from './escape';
import { jsonVoice, type Voice } from './voice';
import type { AccessChange } from '@gatehouse/auth-model';

/** For programs: `{ verdict, findings, matrix, resources, unknown }`. Ends without a line break. */
export function formatJson(report: Report): string {
  const voice = jsonVoice(report.secrets);
  const { secrets, access } = report;
  return visibleJson({
    verdict: voice.said(report.verdict),
    silent: report.isSilent,
    differing: report.differing.map((said) => voice.said(said)),
    findings: report.findings.map((finding) => ({
      ...finding,
      ...(finding.construct === undefined ? {} : { construct: secrets.mask(finding.construct) }),
      address: secrets.mask(finding.address),
      message: voice.said(finding.message),
    })),
    waived: report.waived.map(({ finding, waiver }) => ({
      rule: finding.rule,
      severity: finding.severity,
      address: secrets.mask(finding.address),
      message: voice.said(finding.message),
      owner: secrets.mask(waiver.owner),
      reason: secrets.mask(waiver.reason),
      expires: waiver.expires,
    })),
    matrix: {
      gained: changes(access?.gained, voice),
      lost: changes(access?.lost, voice),
      doubtful: changes(access?.doubtful, voice),
      unchanged: access?.unchanged ?? null,
    },
    resources: report.resources.map((entry) => resource(entry, (text) => secrets.mask(text))),
    unknown: [
      ...report.unknown.map(({ rule, address, because }) => ({
        ...(rule === undefined ? {} : { rule }),
        address: secrets.mask(address),
        because: voice.said(because),
      })),
      ...report.basis.map((said) => ({ address: '', because: voice.said(said), basis: true })),
    ],
  });
}

function changes(list: readonly AccessChange[] | undefined, voice: Voice) {
  return (list ?? []).map((change) => ({
    principal: voice.masked(change.principal),
    route: voice.masked(change.route),
    before: change.before ?? null,
    reason: voice.said(describeCause(change)),
  }));
}

function resource(entry: ResourceEntry, mask: (text: string) => string) {
  const {
    address,
    type,
    construct,
    action,
    forcedBy,
    attributes,
    previousAddress,
    foldedBecause,
    drifted,
  } = entry;
  return {
    address: mask(address),
    type,
    ...(construct === undefined ? {} : { construct: mask(construct) }),
    action,
    forcedBy: forcedBy.map(mask),
    attributes: attributes.map(({ path, before, after }) => ({
      path: mask(path),
      before: mask(before),
      after: mask(after),
    })),
    ...(previousAddress === undefined ? {} : { previousAddress: mask(previousAddress) }),
    ...(action === 'rename' ? { keep: masked(moveText(entry), mask) } : {}),
    ...(foldedBecause === undefined ? {} : { foldedBecause }),
    ...(drifted ? { drifted } : {}),
  };
}

function masked(texts: ReturnType<typeof moveText>, mask: (text: string) => string) {
  return { terraform: mask(texts.terraform), cdktf: mask(texts.cdktf) };
}
