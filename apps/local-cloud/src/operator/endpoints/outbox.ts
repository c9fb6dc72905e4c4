import type { OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';

export function outboxEndpoint({ played }: Operated): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/outbox',
    summary: 'mail that was sent, newest first',
    answer: () => played()?.outbox.list() ?? [],
  };
}
