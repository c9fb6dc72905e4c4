import type { Expression } from '@gatehouse/terraform-json';

import { isAboutAccess } from './about-access';
import { changedArguments } from './resources/changed-arguments';
import type { NotKnown } from './finding';
import type { ReviewInput } from './review-input';
import { prose, say } from './say';

/** Names, links and what a build makes: what they lead to is read by whoever needs it, and says so where it cannot. */
const TELLS_NOTHING =
  /^(?:description|environment|etag|filename|id|name|source|tags|tags_all|triggers|version)\b|_(?:hash|id|path)\b/;

/**
 * What a change sets where it may decide who may do what, and of which nobody can say what it will be: rules pass over it, so that it is
 * said here, whatever they are about.
 */
export function unsettled(input: ReviewInput): readonly NotKnown[] {
  return [...notToldYet(input), ...(input.plan === undefined ? ignored(input) : [])];
}

function* notToldYet({ head }: ReviewInput): Iterable<NotKnown> {
  const told = new Set(head.model?.unread.map(({ address }) => address));
  for (const { address, mode, type, config } of head.graph.resources.values()) {
    if (mode === 'data' || told.has(address) || !isAboutAccess(type)) continue;
    for (const [path, because] of unknownIn(config)) {
      if (!TELLS_NOTHING.test(path))
        yield { address, because: say`what ${path} will be: ${prose(because)}` };
    }
  }
}

function* unknownIn(expression: Expression, path = ''): Iterable<readonly [string, string]> {
  if (expression.kind === 'unknown') yield [path, expression.because];
  if (expression.kind === 'list')
    for (const [index, item] of expression.items.entries())
      yield* unknownIn(item, `${path}[${index}]`);
  if (expression.kind === 'object')
    for (const [name, entry] of Object.entries(expression.entries))
      yield* unknownIn(entry, path === '' ? name : `${path}.${name}`);
}

/** Two configurations differ in it, and Terraform will not look at it: what is there stays, and no file says what that is. */
function* ignored({ base, head, moved }: ReviewInput): Iterable<NotKnown> {
  for (const after of head.resources.values()) {
    const { ignoreChanges } = after.lifecycle;
    const before = base?.resources.get(moved.get(after.address) ?? after.address);
    if (ignoreChanges.length === 0 || before === undefined) continue;
    const isIgnored = (path: string): boolean =>
      ignoreChanges.some(
        (one) =>
          one === 'all' || one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`),
      );
    for (const { path } of changedArguments(after.type, before, after)) {
      if (isIgnored(path))
        yield {
          address: after.address,
          because: say`${path} is another one, and Terraform ignores changes of it: what is there stays as it is`,
        };
    }
  }
}
