import type { Expression, Resource, ResourceGraph } from '@gatehouse/terraform-json';

import { textOf, type Placement } from './place-stack';

/** Puts this start's addresses into a text. */
export type RewriteText = (text: string) => string;

export interface Rewritten {
  readonly graph: ResourceGraph;
  readonly rewrite: RewriteText;
  /** Old addresses that several APIs or websites had, a sentence each: a text that holds one is taken to mean the first of them. */
  readonly ambiguous: readonly string[];
}

/**
 * What was applied holds, in plain text, the addresses that websites and APIs had then: those of another start, or AWS's own
 * host names. Wherever one of them stands as a whole, this start's takes its place: in the graph, and in files that hold addresses too.
 */
export function rewriteOrigins(graph: ResourceGraph, places: Placement): Rewritten {
  if (graph.kind !== 'state') return { graph, rewrite: (text) => text, ambiguous: [] };
  const moves = [...graph.resources.values()].flatMap((resource) => moveOf(resource, places) ?? []);
  const pairs = new Pairs();
  for (const { address, attribute, old, now } of moves) {
    // Most of the text first: two stages of two APIs may have had one origin.
    if (attribute === 'invoke_url') pairs.add(address, old.url, now.url);
    pairs.add(address, old.origin, now.origin);
  }
  const rewrite = rewriterOf(pairs.all);
  const own = new Map(moves.map((move) => [move.address, move]));
  const resources = [...graph.resources].map(([address, resource]): [string, Resource] => {
    const config = { ...resource.config, entries: inEntries(resource.config.entries, rewrite) };
    const move = own.get(address);
    return [address, { ...resource, config: move ? withOwnAddress(config, move) : config }];
  });
  const outputs = inEntries(graph.outputs, rewrite);
  return {
    graph: { ...graph, resources: new Map(resources), outputs },
    rewrite,
    ambiguous: pairs.ambiguous,
  };
}

type Entries = Readonly<Record<string, Expression>>;

/** `https://abc.execute-api.eu-west-1.amazonaws.com/dev`, and the same without its path. */
interface Address {
  readonly url: string;
  readonly origin: string;
}

/** Something whose address is another one now. */
interface Move {
  /** Of the resource that says where it answers. */
  readonly address: string;
  readonly attribute: 'invoke_url' | 'website_endpoint';
  readonly old: Address;
  readonly now: Address;
}

function moveOf({ address, type, config }: Resource, places: Placement): Move | undefined {
  const { entries } = config;
  if (type === 'aws_api_gateway_stage') {
    const path = `/${textOf(entries.stage_name) ?? ''}`;
    const url = textOf(entries.invoke_url);
    const origin = url?.endsWith(path) === true ? url.slice(0, -path.length) : '';
    if (url === undefined || !URL.canParse(origin)) return undefined;
    const now = places.apiOrigin(textOf(entries.rest_api_id) ?? '');
    return {
      address,
      attribute: 'invoke_url',
      old: { url, origin },
      now: { url: `${now}${path}`, origin: now },
    };
  }
  if (type !== 'aws_s3_bucket_website_configuration') return undefined;
  const old = `http://${textOf(entries.website_endpoint) ?? ''}`;
  if (!URL.canParse(old)) return undefined;
  const now = places.websiteOrigin(address);
  return {
    address,
    attribute: 'website_endpoint',
    old: { url: old, origin: old },
    now: { url: now, origin: now },
  };
}

/** Whatever else had the same address: a resource's own is no text that mentions it. */
function withOwnAddress(config: Resource['config'], { attribute, now }: Move): Resource['config'] {
  const value = attribute === 'invoke_url' ? now.url : new URL(now.origin).host;
  return { ...config, entries: { ...config.entries, [attribute]: { kind: 'literal', value } } };
}

/** Old texts and new ones: as a whole with scheme and path, and as host and port alone. The first to have an address keeps it. */
class Pairs {
  readonly all = new Map<string, string>();
  readonly ambiguous: string[] = [];
  readonly #owners = new Map<string, string>();

  add(address: string, old: string, now: string): void {
    const before = this.all.get(old);
    if (before === undefined) {
      this.all.set(old, now);
      this.#owners.set(old, address);
      const { host, pathname } = new URL(old);
      if (pathname === '/') this.all.set(host, new URL(now).host);
      return;
    }
    if (before === now) return;
    this.ambiguous.push(
      `${address} was applied at ${old}, as ${this.#owners.get(old) ?? ''} was: a text that holds this address is taken to mean the latter`,
    );
  }
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
