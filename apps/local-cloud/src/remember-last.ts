/** Keeps the last answer of a function of one value: requests come many to a moment, and putting a time into words is dear. */
export function rememberLast<Argument, Answer>(
  compute: (argument: Argument) => Answer,
): (argument: Argument) => Answer {
  let last: { readonly argument: Argument; readonly answer: Answer } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, answer: compute(argument) };
    return last.answer;
  };
}
