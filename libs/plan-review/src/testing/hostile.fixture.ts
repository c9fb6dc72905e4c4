import fc from 'fast-check';

import type { AccessCause, AccessDiff } from '@gatehouse/auth-model';

import type { Report } from '../report';
import { prose, say } from '../say';
import { Secrets } from '../secrets/secrets';

/** What somebody would write who wants to break out of a report. */
const TRICKS = [
  '@everyone',
  'https://evil.example/?q=1',
  'www.evil.example',
  'mallory@evil.example',
  '[click](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details>',
  '</text></svg>',
  '<!-- gatehouse-review dev -->',
  '-->',
  '&lt;b&gt;',
  '| x | y |',
  '\\|',
  '`',
  '```',
  '\n\n# Title\n',
  '\r\n- item',
  '#1',
  'GH-1',
  'mallory/repo#1',
  '0123456789abcdef0123456789abcdef01234567',
  '**bold**',
  '$x$',
  ':+1:',
  '\u001b[31m',
  '\u0000',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ud800',
  '\u{e0041}',
  'e\u0301\u0301\u0301\u0301\u0301',
  '::set-output name=x::y',
  '',
  ' ',
] as const;

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** A report in which every value that may come from a plan is this text. */
export function reportSaying(text: string): Report {
  const cause: AccessCause = {
    kind: 'statement',
    change: 'allow-gained',
    role: text,
    action: text,
    resource: text,
    statement: text,
  };
  const change = { principal: text, route: text, before: false, after: true, reason: text, cause };
  const access: AccessDiff = {
    gained: [change],
    lost: [
      { ...change, before: true, after: false, cause: { kind: 'role', before: text, after: text } },
    ],
    doubtful: [{ ...change, after: null, cause: { kind: 'other' } }],
    unchanged: 1,
    principals: [text],
    routes: [text],
    cells: [change],
  };
  const finding = {
    rule: 'sample-rule',
    severity: 'high',
    address: text,
    construct: text,
    message: say`${text} is ${prose(text)}`,
    why: 'It is so.',
    fix: 'Undo it.',
  } as const;
  const entry = {
    address: text,
    type: text,
    construct: text,
    forcedBy: [text],
    attributes: [{ path: text, before: text, after: text }],
    previousAddress: text,
    drifted: true,
  };
  return {
    verdict: say`${text} can now call ${text}`,
    findings: [finding],
    waived: [
      {
        finding,
        waiver: { rule: text, address: text, reason: text, owner: text, expires: '2027-01-31' },
      },
    ],
    access,
    resources: (['destroy', 'replace', 'rename', 'update', 'move'] as const).map((action) => ({
      ...entry,
      action,
    })),
    unknown: [{ rule: 'sample-rule', address: text, because: say`${text}: ${prose(text)}` }],
    differing: [],
    basis: [['Only a sample.']],
    isSilent: false,
    secrets: new Secrets([]),
  };
}
