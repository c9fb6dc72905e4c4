import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';

export function stackEndpoint({ played, origins }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/stack',
    summary: 'what is played, where services answer, and what the stack has that is not modelled',
    answer: () => {
      const { stack, model } = played() ?? {};
      const source = stack && { kind: stack.kind, from: stack.from, words: stack.words };
      const { notModelled = [], unsupported = [] } = model ?? {};
      return { source: source ?? 'nothing is applied', origins, notModelled, unsupported };
    },
  };
}
