import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  invokeArn,
  readAuthModel,
  symbolicAttributes,
  type AuthModel,
} from '@gatehouse/auth-model';
import { evaluate, type AccessRequest, type NamedPolicy } from '@gatehouse/iam';
import { parseTerraformJson } from '@gatehouse/terraform-json';

import { median, type Figure } from './statistics';

const ROUNDS = 5;
const ROUND_MS = 500;
/** Between two looks at the clock. */
const BATCH = 2_000;

interface Question {
  readonly policies: readonly NamedPolicy[];
  readonly request: AccessRequest;
}

/** Every role of ours against every route, those that may not call it included: allowed and denied in turn. */
export function measurePolicyEvaluation(stack: string): readonly Figure[] {
  const file = join(stack, 'cdk.tf.json');
  const model = readAuthModel(
    parseTerraformJson(readFileSync(file, 'utf8'), file),
    symbolicAttributes,
  );
  const questions = questionsOf(model);
  const allowed = questions.filter(({ policies, request }) => isAllowed(policies, request)).length;
  const rate = median(Array.from({ length: ROUNDS }, () => evaluationsPerSecond(questions)));
  return [
    {
      name: 'policy evaluations',
      value: `${Math.round(rate / 1000)} k/s`,
      baseline: `${questions.length} questions, ${allowed} allowed`,
      goal: '≥ 300 k/s',
      met: rate >= 300_000,
    },
  ];
}

function questionsOf({ roles, restApis }: AuthModel): readonly Question[] {
  return roles.flatMap(({ policies }) =>
    restApis.flatMap((api) =>
      api.stages.flatMap((stage) =>
        api.methods.map(({ httpMethod, resourcePath: path }) => ({
          policies,
          request: {
            action: 'execute-api:Invoke',
            resource: invokeArn({ api, stage, httpMethod, path }),
            context: {},
          },
        })),
      ),
    ),
  );
}

const isAllowed = (policies: readonly NamedPolicy[], request: AccessRequest): boolean =>
  evaluate(policies, request).effect === 'allow';

function evaluationsPerSecond(questions: readonly Question[]): number {
  const startedAt = performance.now();
  let done = 0;
  let allowed = 0;
  for (let elapsedMs = 0; elapsedMs < ROUND_MS; elapsedMs = performance.now() - startedAt) {
    for (let index = 0; index < BATCH; index += 1) {
      const question = questions[done % questions.length];
      if (question !== undefined && isAllowed(question.policies, question.request)) allowed += 1;
      done += 1;
    }
  }
  // Asked, so that nothing of it can be left out as unused.
  if (allowed === 0) throw new Error('no role of the stack may call anything');
  return (done * 1000) / (performance.now() - startedAt);
}
