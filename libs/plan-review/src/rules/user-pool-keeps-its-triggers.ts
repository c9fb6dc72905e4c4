import { pairs, type Pair } from '../compare';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const userPoolKeepsItsTriggers: Rule = {
  id: 'user-pool-keeps-its-triggers',
  title:
    'A function that the user pool asked is asked no more, is another, or has a say that none had',
  severity: 'high',
  why: 'A trigger decides who may sign up or sign in, or what their tokens say. Without it the pool goes on, and lets through what it refused.',
  fix: 'Keep the trigger, or move what it checks to where it is still checked.',
  source: 'Cognito Developer Guide, "Customizing user pool workflows with Lambda triggers"',
  *check(input) {
    for (const pair of pairs(input, 'aws_cognito_user_pool'))
      for (const trigger of triggersIn(pair)) yield* compare(pair, trigger);
  },
};

/** What a function decides here that the pool decided itself; all others can only refuse, or hear of it. */
const HAS_A_SAY: Readonly<Record<string, string>> = {
  pre_token_generation: 'what tokens say, groups and roles included',
  pre_token_generation_config: 'what tokens say, groups and roles included',
  user_migration: 'who has an account, and by which password',
  define_auth_challenge: 'who has signed in, without a password',
  verify_auth_challenge_response: 'who has signed in, without a password',
  custom_email_sender: 'where codes go, and reads them',
  custom_sms_sender: 'where codes go, and reads them',
};

const triggersIn = ({ before, after }: Pair): ReadonlySet<string> =>
  new Set([...Object.keys(triggersOf(before)), ...Object.keys(triggersOf(after))]);

const triggersOf = (pool: Pair['before']): Readonly<Record<string, unknown>> => {
  const [config] = pool?.blocks('lambda_config') ?? [];
  return config?.entries('') ?? {};
};

function* compare({ before, after }: Pair, trigger: string): Iterable<Verdict> {
  const path = `lambda_config.${trigger}`;
  const [was, now] = [before?.value(path), after.value(path)];
  if (was === undefined) {
    const decides = Object.hasOwn(HAS_A_SAY, trigger) ? HAS_A_SAY[trigger] : undefined;
    // A pool that is new is read as a whole, like everything that is.
    if (before !== undefined && now !== undefined && decides !== undefined)
      yield finding(after.address, say`${trigger} is new, and decides ${[decides]}`, 'medium');
    return;
  }
  if (now === undefined) yield finding(after.address, say`${trigger} is asked no more, and was`);
  else if (was.kind === 'known' && now.kind === 'known') {
    if (JSON.stringify(was.value) !== JSON.stringify(now.value))
      yield finding(after.address, say`${trigger} is another function`, 'medium');
  } else if (was.kind === 'known')
    yield cannotKnow(after.address, say`which function is ${trigger} is not known`);
}
