import type { RuleSamples } from '../sample';

/** The stack has it no more, and says what becomes of it. */
const without = (destroy: boolean): RuleSamples['failing'][number]['head'] => ({
  edit: (resources, stack) => {
    const { aws_cloudwatch_metric_alarm: alarms = {} } = resources;
    const [[name] = [''], ...others] = Object.entries(alarms);
    resources.aws_cloudwatch_metric_alarm = Object.fromEntries(others);
    stack.removed = [{ from: `aws_cloudwatch_metric_alarm.${name}`, lifecycle: [{ destroy }] }];
  },
});

export const resourceStaysManaged: RuleSamples = {
  failing: [
    {
      about: 'an alarm that stays, and is in no stack',
      head: without(false),
      says: /^Terraform forgets it, and it stays as it is$/,
      cannotBePlanned: true,
    },
  ],
  passing: [
    { about: 'an alarm that goes', head: without(true), cannotBePlanned: true },
    { about: 'the first deployment', base: null, head: {}, cannotBePlanned: true },
  ],
};
