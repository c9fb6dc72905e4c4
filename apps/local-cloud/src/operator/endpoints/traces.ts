import { OperatorRefusal, type OperatorEndpoint } from '../endpoint';
import type { Operated } from '../operated';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

export function tracesEndpoint({ traces }: Pick<Operated, 'traces'>): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/traces',
    summary: 'how requests were decided, oldest first: ?after=<seq> those newer, ?limit=<count>',
    answer: ({ query }) => {
      const limit = readCount(query, 'limit') ?? DEFAULT_LIMIT;
      if (limit < 1 || limit > MAX_LIMIT)
        throw new OperatorRefusal(400, `limit is a number from 1 to ${MAX_LIMIT}, not ${limit}.`);
      return traces.page(limit, readCount(query, 'after'));
    },
  };
}

export function traceEndpoint({ traces }: Pick<Operated, 'traces'>): OperatorEndpoint {
  return {
    method: 'GET',
    path: '/traces/{requestId}',
    summary: 'how one request was decided, by the x-amzn-RequestId of its answer',
    answer: ({ parameters: { requestId = '' } }) => {
      const trace = traces.find(requestId);
      if (trace !== undefined) return trace;
      throw new OperatorRefusal(
        404,
        `No request ${requestId} is remembered: the newest 1,000 requests to APIs, user pools, identity pools and STS since the start are.`,
      );
    },
  };
}

/** @throws OperatorRefusal for what is no whole number */
function readCount(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new OperatorRefusal(400, `${name} is a whole number, not ${JSON.stringify(text)}.`);
}
