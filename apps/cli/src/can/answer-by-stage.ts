import { canCall, type AuthModel, type CallAnswer, type CallQuestion } from '@gatehouse/auth-model';

import { verdictOf } from './verdict';

export interface StageAnswer {
  /** `<api>/<stage>`. */
  readonly stage: string;
  readonly answer: CallAnswer;
}

/**
 * The answers of the stages that have the path, where they do not agree: one verdict for all of them would be none.
 * @param whole the answer to the question itself
 * @returns undefined where one answer is enough
 */
export function answerByStage(
  model: AuthModel,
  question: CallQuestion,
  whole: CallAnswer,
): readonly StageAnswer[] | undefined {
  if (verdictOf(whole) !== null) return undefined;
  const answers = whole.stages.map((stage) => ({
    stage,
    answer: canCall(model, { ...question, stage }),
  }));
  const asked = new Set(whole.cells.map(({ route }) => route));
  const fitting = answers.filter(({ answer }) =>
    answer.cells.some(({ route }) => asked.has(route)),
  );
  const verdicts = new Set(fitting.map(({ answer }) => verdictOf(answer)));
  return verdicts.size > 1 ? fitting : undefined;
}
