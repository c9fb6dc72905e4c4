import type { Expression, Resource, ResourceGraph } from '@gatehouse/terraform-json';

import type { Origins } from '../http/open-ports';

/** Puts this start's addresses into a text. */
export type RewriteText = (text: string) => string;

/**
 * What was applied holds, in plain text, the addresses that the website and the API had then: those of another start, or AWS's own
 * host names. Wherever one of them stands as a whole, this start's takes its place: in the graph, and in files that hold addresses too.
 */
export function rewriteOrigins(
  graph: ResourceGraph,
  origins: Pick<Origins, 'website' | 'api'>,
): { readonly graph: ResourceGraph; readonly rewrite: RewriteText } {
  if (graph.kind !== 'state') return { graph, rewrite: (text) => text };
  const pairs = new Map<string, string>();
  for (const { type, config } of graph.resources.values()) {
    const here = addressAt(type, config.entries);
    if (here !== undefined) addPairs(pairs, here.url, origins[here.of]);
  }
  const rewrite = rewriterOf(pairs);
  const resources = [...graph.resources].map(([address, resource]): [string, Resource] => {
    const config = { ...resource.config, entries: inEntries(resource.config.entries, rewrite) };
    return [address, { ...resource, config }];
  });
  const outputs = inEntries(graph.outputs, rewrite);
  return { graph: { ...graph, resources: new Map(resources), outputs }, rewrite };
}

type Entries = Readonly<Record<string, Expression>>;

interface OldAddress {
  readonly of: 'website' | 'api';
  /** `https://abc.execute-api.eu-west-1.amazonaws.com`, `http://localhost:4200`. */
  readonly url: string;
}

function addressAt(type: string, entries: Entries): OldAddress | undefined {
  if (type === 'aws_api_gateway_stage') {
    const stage = textAt(entries.stage_name);
    const url = textAt(entries.invoke_url);
    if (url?.endsWith(`/${stage ?? ''}`) !== true) return undefined;
    return { of: 'api', url: url.slice(0, -`/${stage ?? ''}`.length) };
  }
  if (type !== 'aws_s3_bucket_website_configuration') return undefined;
  const endpoint = textAt(entries.website_endpoint);
  return endpoint === undefined ? undefined : { of: 'website', url: `http://${endpoint}` };
}

/** As a whole, with its scheme, and as host and port alone. */
function addPairs(pairs: Map<string, string>, old: string, now: string): void {
  if (!URL.canParse(old)) return;
  pairs.set(old, now);
  pairs.set(new URL(old).host, new URL(now).host);
}

/** One pass, the longest first: what has been put in is never looked at again, even where two have changed places. */
function rewriterOf(pairs: ReadonlyMap<string, string>): RewriteText {
  const olds = [...pairs.keys()].sort((a, b) => b.length - a.length);
  if (olds.every((old) => pairs.get(old) === old)) return (text) => text;
  const any = olds.map((old) => old.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  // `localhost:420` does not stand in `localhost:4200`, nor `b.example` in `a-b.example`.
  const whole = new RegExp(String.raw`(?<![\w.-])(?:${any})(?![\w-]|\.\w|:\d)`, 'g');
  return (text) => text.replaceAll(whole, (old) => pairs.get(old) ?? old);
}

function inEntries(entries: Entries, rewrite: RewriteText): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [name, inExpression(value, rewrite)]),
  );
}

function inExpression(expression: Expression, rewrite: RewriteText): Expression {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string'
        ? { ...expression, value: rewrite(expression.value) }
        : expression;
    case 'list':
      return { ...expression, items: expression.items.map((item) => inExpression(item, rewrite)) };
    case 'object':
      return { ...expression, entries: inEntries(expression.entries, rewrite) };
    default:
      return expression;
  }
}

function textAt(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'literal' || typeof expression.value !== 'string') return undefined;
  return expression.value;
}
