import { pairs, type Pair } from '../compare';
import { finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const passwordPolicyKeepsStrength: Rule = {
  id: 'password-policy-keeps-strength',
  title: 'Passwords may be weaker than before',
  severity: 'high',
  why: 'Weaker passwords are guessed: whoever guesses one gets the role of its owner.',
  fix: 'Keep the length and the kinds of characters that were asked for, or say in a waiver what protects instead.',
  source: 'Cognito Developer Guide, "Adding user pool password requirements"',
  *check(input) {
    for (const pair of pairs(input, 'aws_cognito_user_pool')) {
      yield* shorter(pair);
      yield* lasting(pair);
      for (const kind of KINDS) yield* fewerKinds(pair, kind);
    }
  },
};

/** Source: the same page, "Default password policy": what counts where the argument is left out. */
const DEFAULT_LENGTH = 8;
const TEMPORARY_DAYS = 7;
const KINDS = ['lowercase', 'uppercase', 'numbers', 'symbols'] as const;

function* shorter({ before, after }: Pair): Iterable<Verdict> {
  const path = 'password_policy.minimum_length';
  const now = after.number(path, DEFAULT_LENGTH);
  const was = before?.number(path, DEFAULT_LENGTH);
  if (now.kind === 'unknown' || was?.kind !== 'known' || now.value >= was.value) return;
  yield finding(
    after.address,
    say`a password needs ${now.value} characters, and needed ${was.value}`,
  );
}

/** A password that was mailed is good for whoever reads the mail until then. */
function* lasting({ before, after }: Pair): Iterable<Verdict> {
  const path = 'password_policy.temporary_password_validity_days';
  const now = after.number(path, TEMPORARY_DAYS);
  const was = before?.number(path, TEMPORARY_DAYS);
  if (now.kind === 'unknown' || was?.kind !== 'known' || now.value <= was.value) return;
  yield finding(
    after.address,
    say`a temporary password is good for ${now.value} days, and was for ${was.value}`,
    'medium',
  );
}

function* fewerKinds({ before, after }: Pair, kind: (typeof KINDS)[number]): Iterable<Verdict> {
  const path = `password_policy.require_${kind}`;
  const now = after.boolean(path, true);
  const was = before?.boolean(path, true);
  if (now.kind === 'unknown' || was?.kind !== 'known' || now.value || !was.value) return;
  yield finding(after.address, say`a password no longer needs ${kind}`);
}
