import { pairs, type Pair } from '../compare';
import type { ResourceView } from '../resource-view';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const tokenLifetimeStaysShort: Rule = {
  id: 'token-lifetime-stays-short',
  title: 'Tokens live longer than before',
  severity: 'medium',
  why: 'A stolen token is good until it ends, and what was taken from a user stays in the tokens that were issued before.',
  fix: 'Keep access and ID tokens to an hour or less, and refresh tokens to as long as people are away.',
  source: 'Cognito Developer Guide, "Understanding user pool JSON web tokens (JWTs)"',
  *check(input) {
    for (const pair of pairs(input, 'aws_cognito_user_pool_client')) {
      for (const token of TOKENS) {
        if (pair.before !== undefined) yield* longer(pair, token);
        else yield* longerThanAll(input.base?.ofType(pair.after.type) ?? [], pair.after, token);
      }
    }
  },
};

/** Source: CreateUserPoolClient: what counts where the argument is left out, and its unit. */
const TOKENS = [
  { kind: 'access', argument: 'access_token_validity', count: 1, unit: 'hours' },
  { kind: 'ID', argument: 'id_token_validity', count: 1, unit: 'hours' },
  { kind: 'refresh', argument: 'refresh_token_validity', count: 30, unit: 'days' },
] as const;

type Token = (typeof TOKENS)[number];

const SECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
};

function* longer({ before, after }: Pair, token: Token): Iterable<Verdict> {
  const was = before && lifetimeOf(before, token);
  const now = lifetimeOf(after, token);
  if (was === undefined || now === undefined || now.seconds <= was.seconds) return;
  yield finding(
    after.address,
    say`${[token.kind]} tokens live ${now.words}, and lived ${was.words}`,
  );
}

/** A new client beside others: whoever signs in by it stays longer than anybody could. */
function* longerThanAll(
  others: readonly ResourceView[],
  after: ResourceView,
  token: Token,
): Iterable<Verdict> {
  const now = lifetimeOf(after, token);
  const known = others.map((other) => lifetimeOf(other, token));
  if (now === undefined || known.length === 0) return;
  if (known.every((other) => other !== undefined && other.seconds < now.seconds))
    yield finding(
      after.address,
      say`${[token.kind]} tokens of this new client live ${now.words}, longer than those of any other`,
    );
}

function lifetimeOf(
  client: ResourceView,
  { argument, kind, count, unit }: Token,
): { readonly seconds: number; readonly words: string } | undefined {
  const given = client.number(argument, 0);
  const units = client.text(`token_validity_units.${argument.split('_')[0] ?? kind}_token`, unit);
  if (given.kind === 'unknown' || units.kind === 'unknown') return undefined;
  // Nought is Cognito's own way to leave it out.
  const amount = given.value === 0 ? count : given.value;
  const named = given.value === 0 ? unit : units.value;
  const seconds = SECONDS_PER_UNIT[named];
  return seconds === undefined
    ? undefined
    : { seconds: amount * seconds, words: `${amount} ${named}` };
}
