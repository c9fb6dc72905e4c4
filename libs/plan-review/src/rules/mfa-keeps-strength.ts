import { pairs } from '../compare';
import type { ResourceView } from '../resource-view';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const mfaKeepsStrength: Rule = {
  id: 'mfa-keeps-strength',
  title: 'A second factor is asked of fewer people',
  severity: 'high',
  why: 'Where a password is enough, a stolen password is enough.',
  fix: 'Keep mfa_configuration as it was.',
  source: 'Cognito Developer Guide, "Adding MFA to a user pool"',
  *check(input) {
    for (const { before, after } of pairs(input, 'aws_cognito_user_pool')) {
      const was = before?.text('mfa_configuration', 'OFF');
      const now = after.text('mfa_configuration', 'OFF');
      const [hadCodes, hasCodes] = [before, after].map((view) => view?.boolean(CODES, false));
      if (hadCodes?.kind === 'known' && hadCodes.value && hasCodes?.kind === 'known') {
        if (!hasCodes.value && now.kind === 'known' && now.value !== 'OFF')
          yield finding(after.address, ['codes of an app are no second factor, and were']);
      }
      yield* watchedLess(before, after);
      if (was?.kind !== 'known') continue;
      if (now.kind === 'unknown')
        yield cannotKnow(after.address, say`whether MFA is asked is not known: ${now.because}`);
      else if (STRENGTH.indexOf(now.value) < STRENGTH.indexOf(was.value))
        yield finding(after.address, say`MFA is ${now.value}, and was ${was.value}`);
    }
  },
};

/** Threat protection asks for a second factor where a sign-in looks like a stolen one. Weakest first. */
const WATCHES = ['OFF', 'AUDIT', 'ENFORCED'];

function* watchedLess(before: ResourceView | undefined, after: ResourceView): Iterable<Verdict> {
  const path = 'user_pool_add_ons.advanced_security_mode';
  const [was, now] = [before?.text(path, 'OFF'), after.text(path, 'OFF')];
  if (was?.kind !== 'known' || now.kind !== 'known') return;
  if (WATCHES.indexOf(now.value) < WATCHES.indexOf(was.value))
    yield finding(after.address, say`threat protection is ${now.value}, and was ${was.value}`);
}

const CODES = 'software_token_mfa_configuration.enabled';

/** Weakest first. */
const STRENGTH = ['OFF', 'OPTIONAL', 'ON'];
