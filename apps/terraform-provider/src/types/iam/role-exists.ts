import type { Check } from '../../resource/resource-facts';
import type { SettledValues } from '../../resource/values';
import { textOf } from '../reading';

/** The name of the role that a policy or an attachment belongs to. */
export function roleOf(values: SettledValues): string {
  return textOf(values, 'role') ?? '';
}

/** Source of the words: answers of IAM's API. */
export const roleExists: Check = (values, cloud) =>
  cloud.find('aws_iam_role', roleOf(values)) === undefined
    ? `NoSuchEntity: The role with name ${roleOf(values)} cannot be found.`
    : undefined;
