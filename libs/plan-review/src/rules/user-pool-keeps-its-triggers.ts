import { pairs, type Pair } from '../compare';
import { cannotKnow, finding, type Rule, type Verdict } from '../rule';
import { say } from '../say';

export const userPoolKeepsItsTriggers: Rule = {
  id: 'user-pool-keeps-its-triggers',
  title: 'A function that the user pool asked is asked no more, or is another',
  severity: 'high',
  why: 'A trigger decides who may sign up or sign in, or what their tokens say. Without it the pool goes on, and lets through what it refused.',
  fix: 'Keep the trigger, or move what it checks to where it is still checked.',
  source: 'Cognito Developer Guide, "Customizing user pool workflows with Lambda triggers"',
  *check(input) {
    for (const pair of pairs(input, 'aws_cognito_user_pool'))
      for (const trigger of Object.keys(triggersOf(pair.before))) yield* compare(pair, trigger);
  },
};

const triggersOf = (pool: Pair['before']): Readonly<Record<string, unknown>> => {
  const [config] = pool?.blocks('lambda_config') ?? [];
  return config?.entries('') ?? {};
};

function* compare({ before, after }: Pair, trigger: string): Iterable<Verdict> {
  const path = `lambda_config.${trigger}`;
  const [was, now] = [before?.value(path), after.value(path)];
  if (was === undefined) return;
  if (now === undefined) yield finding(after.address, say`${trigger} is asked no more, and was`);
  else if (was.kind === 'known' && now.kind === 'known') {
    if (JSON.stringify(was.value) !== JSON.stringify(now.value))
      yield finding(after.address, say`${trigger} is another function`, 'medium');
  } else if (was.kind === 'known')
    yield cannotKnow(after.address, say`which function is ${trigger} is not known`);
}
