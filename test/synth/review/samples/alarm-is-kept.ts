import { resourceAt, type RuleSamples } from '../sample';

export const alarmIsKept: RuleSamples = {
  failing: [
    {
      about: 'an alarm is removed',
      head: {
        edit: (resources) => {
          delete resources.aws_cloudwatch_metric_alarm?.Alarms_On_ApiServerErrors;
        },
      },
      says: /the alarm is removed/,
    },
    {
      about: 'an alarm is silenced',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(resources, 'aws_cloudwatch_metric_alarm.Alarms_On_ApiServerErrors'),
            { actions_enabled: false },
          );
        },
      },
      says: /its actions are off/,
    },
  ],
  passing: [
    {
      about: 'another threshold',
      head: {
        edit: (resources) => {
          Object.assign(
            resourceAt(resources, 'aws_cloudwatch_metric_alarm.Alarms_On_ApiServerErrors'),
            { threshold: 3 },
          );
        },
      },
    },
  ],
};
