import type { TraceFilter } from './filter-traces';

const VERDICTS: readonly string[] = ['allowed', 'refused', 'failed'];

/** A filter as it stands in the address; `null` takes a parameter away, as the router wants it. */
export function filterQuery({
  verdict,
  text,
  preflights,
}: TraceFilter): Readonly<Record<'show' | 'find' | 'preflights', string | null>> {
  return {
    show: verdict === 'all' ? null : verdict,
    find: text === '' ? null : text,
    preflights: preflights ? 'too' : null,
  };
}

/** What an address asks for; whatever makes no sense in it narrows nothing. */
export function filterIn(query: { get(name: string): string | null }): TraceFilter {
  const show = query.get('show');
  return {
    verdict: isVerdict(show) ? show : 'all',
    text: query.get('find') ?? '',
    preflights: query.get('preflights') === 'too',
  };
}

function isVerdict(text: string | null): text is TraceFilter['verdict'] {
  return text !== null && VERDICTS.includes(text);
}
