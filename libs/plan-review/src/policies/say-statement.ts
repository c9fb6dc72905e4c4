import type { Condition, Patterns, Statement } from '@gatehouse/iam';

import { code, listed, say, type Said } from '../say';

/** `s3:GetObject on arn:…, where Bool aws:SecureTransport false`: what a statement is about, and nothing of who or whether. */
export function sayStatement(statement: Statement): Said {
  return say`${sayDoing(statement)}${sayConditions(statement.conditions)}`;
}

/** `s3:GetObject on arn:…`; a trust policy has no resource. */
export function sayDoing({ actions, resources }: Statement): Said {
  const on = resources === undefined ? [] : say` on ${sayPatterns(resources)}`;
  return say`${sayPatterns(actions)}${on}`;
}

function sayConditions(conditions: readonly Condition[]): Said {
  return conditions.length === 0 ? [] : say`, where ${listed(conditions.map(sayCondition))}`;
}

export function sayCondition({ operator, key, values }: Condition): Said {
  return code(`${operator} ${key} ${values.join(' or ')}`);
}

function sayPatterns({ negated, patterns }: Patterns): Said {
  return negated ? say`everything except ${listed(patterns)}` : listed(patterns);
}
