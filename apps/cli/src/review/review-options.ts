import { SEVERITIES, type Severity } from '@gatehouse/plan-review';

import { parseArguments } from '../parse-arguments';
import { UsageError } from '../run-as-command';

export const WAIVERS_FILE = 'review-waivers.json';

export const REVIEW_HELP = `Reviews a change: who can now call what, what is risky about it, and what happens to resources.

Usage: npm run review -- --base <stack> --head <stack> [--plan <file>] [options]
       npm run review -- --plan <file> [options]
       npm run review -- --rules

  --base <stack>         what there is: a synthesized cdk.tf.json or its folder, a state that terraform show -json printed,
                         or a git commit
  --head <stack>         what is to be, the same
  --plan <file>          what terraform show -json prints of a plan, which is what is judged then; alone, construct names
                         and lifecycles are not known
  --env <name>           which stack of a commit is synthesized, and whose comment it is (default dev); also
                         --environment
  --format <format>      text (default), markdown, json or sarif
  --out <file>           writes there instead of to the terminal; --format and --out may be repeated, in pairs
  --svg <file>           writes a picture of the access matrix, too
  --fail-on <severity>   ${SEVERITIES.join(', ')} (default high): from this on, the exit code is 1
  --waivers <file>       what is waived, as it is on the base branch
                         (default ${WAIVERS_FILE} of the commit that --base names)
  --head-waivers <file>  the same as the change has it: what it adds is reported, and does not count
  --today <day>          judges waivers as of that day (default today): 2027-01-31
  --artifact-url <url>   where the whole review can be read, for a comment that is cut
  --offline              says that the plan was made by the stand-in provider, without AWS
  --rules                lists the rules
  --help                 this text

A commit is synthesized in a worktree of its own, which runs the code of that commit with an empty environment.

Exit code: 0 nothing at or above the bar, 1 findings at or above it, 2 could not run.`;

export const FORMATS = ['text', 'markdown', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

/** The report in one format. */
export interface Output {
  readonly format: Format;
  /** Absent: the terminal. */
  readonly file?: string;
}

/** What is compared. */
export type Sides =
  | { readonly base: string; readonly head: string; readonly plan?: string }
  | { readonly base?: undefined; readonly head?: undefined; readonly plan: string };

export interface ReviewOptions {
  readonly kind: 'review';
  readonly sides: Sides;
  readonly environment: string;
  readonly outputs: readonly Output[];
  readonly svg?: string;
  readonly failOn: Severity;
  readonly waivers?: string;
  readonly headWaivers?: string;
  /** `2027-01-31`. */
  readonly today: string;
  readonly artifactUrl?: string;
  readonly isOffline: boolean;
}

/**
 * @param now for the day on which waivers are judged
 * @throws UsageError in one sentence
 */
export function parseReviewOptions(
  argv: readonly string[],
  now: Date,
): ReviewOptions | { readonly kind: 'help' } | { readonly kind: 'rules' } {
  const given = parse(argv);
  if (given.help === true) return { kind: 'help' };
  if (given.rules === true) return { kind: 'rules' };
  const today = given.today ?? now.toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) {
    throw new UsageError(`--today must be a day, as 2027-01-31, and is ${JSON.stringify(today)}.`);
  }
  const environment = given.environment ?? given.env ?? 'dev';
  if (!/^[A-Za-z0-9-]{1,40}$/.test(environment)) {
    throw new UsageError('--environment must be 1 to 40 letters, digits and hyphens.');
  }
  return {
    kind: 'review',
    sides: sidesOf(given),
    environment,
    outputs: outputsOf(given),
    failOn: oneOf('--fail-on', SEVERITIES, given['fail-on'] ?? 'high'),
    today,
    isOffline: given.offline === true,
    ...defined({
      svg: given.svg,
      waivers: given.waivers,
      headWaivers: given['head-waivers'],
      artifactUrl: artifactUrl(given['artifact-url']),
    }),
  };
}

function sidesOf({ base, head, plan }: ReturnType<typeof parse>): Sides {
  if (base !== undefined && head !== undefined) {
    return { base, head, ...(plan === undefined ? {} : { plan }) };
  }
  if (base !== undefined) throw new UsageError('--base needs --head beside it.');
  if (head !== undefined) throw new UsageError('--head needs --base beside it.');
  if (plan !== undefined) return { plan };
  throw new UsageError(`Nothing is named to review.\n\n${REVIEW_HELP}`);
}

function outputsOf({ format, out = [] }: ReturnType<typeof parse>): readonly Output[] {
  const formats = (format ?? ['text']).map((word) => oneOf('--format', FORMATS, word));
  if (formats.length !== Math.max(out.length, 1)) {
    throw new UsageError(
      `Each --format goes to a file of its own, or one to the terminal: there are ${formats.length} --format and ${out.length} --out.`,
    );
  }
  return formats.map((word, at) => ({ format: word, ...defined({ file: out[at] }) }));
}

function artifactUrl(url: string | undefined): string | undefined {
  if (url === undefined || /^https:\/\/[A-Za-z0-9./_~%?=&-]+$/.test(url)) return url;
  throw new UsageError('--artifact-url must be a plain https address.');
}

function oneOf<Word extends string>(option: string, words: readonly Word[], given: string): Word {
  const word = words.find((candidate) => candidate === given);
  if (word !== undefined) return word;
  throw new UsageError(
    `${option} must be one of ${words.join(', ')}, and is ${JSON.stringify(given)}.`,
  );
}

function defined<Key extends string>(
  texts: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
  const entries = Object.entries(texts).filter(([, text]) => text !== undefined);
  // Object.fromEntries forgets the names of the keys.
  return Object.fromEntries(entries) as Partial<Record<Key, string>>;
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    base: text,
    head: text,
    plan: text,
    environment: text,
    env: text,
    format: { type: 'string', multiple: true },
    out: { type: 'string', multiple: true },
    svg: text,
    'fail-on': text,
    waivers: text,
    'head-waivers': text,
    today: text,
    'artifact-url': text,
    offline: flag,
    rules: flag,
    help: flag,
  } as const;
  return parseArguments(argv, options, REVIEW_HELP).values;
}
