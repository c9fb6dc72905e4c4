import { moveText, type ResourceEntry } from '../resources/resource-entry';
import type { Report } from '../report';
import type { Voice } from './voice';

/** So many attributes say what an update is about. */
const MAX_ATTRIBUTES = 6;

/** Longer ones are read where they differ only, with so much before that. */
const LONG = 120;
const CONTEXT = 24;

/** One resource: what happens to it, and below that what forces it, what changes and how to keep it. */
export interface ResourceLines {
  readonly line: string;
  readonly details: readonly string[];
}

export function resourceLines(entry: ResourceEntry, voice: Voice): ResourceLines {
  const { address, construct, action, drifted } = entry;
  const where = construct === undefined ? '' : ` (${voice.value(construct)})`;
  const drift = drifted && action !== 'drift' ? ', which was changed outside of Terraform' : '';
  return {
    line: `${VERBS[action]} ${voice.value(address)}${where}${forced(entry, voice)}${drift}`,
    details: [
      ...(action === 'forget' ? ['Terraform forgets it: it stays as it is'] : []),
      ...keeping(entry, voice),
      ...attributeLines(entry, voice),
    ],
  };
}

const VERBS: Readonly<Record<ResourceEntry['action'], string>> = {
  destroy: 'destroy',
  replace: 'replace',
  rename: 'destroy and make again as',
  forget: 'forget',
  unknown: 'do something unknown to',
  drift: 'leave as somebody has made it',
  create: 'create',
  update: 'update',
  set: 'set otherwise',
  move: 'move to',
  import: 'import',
  read: 'read',
};

function forced({ action, forcedBy }: ResourceEntry, voice: Voice): string {
  if (action !== 'replace') return '';
  if (forcedBy.length === 0) return ', and the plan does not say what forces it';
  return `, forced by ${forcedBy.map((path) => voice.value(path)).join(' and ')}`;
}

function keeping(entry: ResourceEntry, voice: Voice): readonly string[] {
  if (entry.previousAddress === undefined) return [];
  if (entry.action !== 'rename') return [`was ${voice.value(entry.previousAddress)}`];
  const { cdktf, terraform } = moveText(entry);
  return [
    `was ${voice.value(entry.previousAddress)}, with the same arguments: to keep it, call ${voice.value(cdktf)} on the construct ` +
      `(moveTo, seen from the other end), or write ${voice.value(terraform)}`,
  ];
}

function attributeLines({ attributes }: ResourceEntry, voice: Voice): readonly string[] {
  const shown = attributes.slice(0, MAX_ATTRIBUTES);
  const more = attributes.length - shown.length;
  return [
    ...shown.map(({ path, before, after }) => {
      const [was, is] = whereTheyDiffer(voice.masked(before), voice.masked(after));
      return `${voice.value(path)}: ${voice.value(was)} → ${voice.value(is)}`;
    }),
    ...(more === 0 ? [] : [`and ${more} more ${more === 1 ? 'attribute' : 'attributes'}`]),
  ];
}

/** Two long texts, from shortly before the first character that differs. */
function whereTheyDiffer(before: string, after: string): readonly [string, string] {
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared += 1;
  const start = shared - CONTEXT;
  if (start <= CONTEXT || Math.max(before.length, after.length) < LONG) return [before, after];
  return [`…${before.slice(start)}`, `…${after.slice(start)}`];
}

/** A build that names its files by their content takes the old ones away, every time. */
const MAX_OBJECTS_SHOWN = 3;
const OBJECTS_GO = 'objects that go from a bucket';

/** Those that need a look, and those that are expected or too many of a kind, by reason: what goes first. */
export function unfolded({ resources }: Pick<Report, 'resources'>): {
  readonly shown: readonly ResourceEntry[];
  readonly folded: ReadonlyMap<string, readonly ResourceEntry[]>;
} {
  const folded = new Map<string, ResourceEntry[]>();
  const manyGo = resources.filter(isObjectThatGoes).length > MAX_OBJECTS_SHOWN;
  const shown: ResourceEntry[] = [];
  for (const entry of resources) {
    const reason = manyGo && isObjectThatGoes(entry) ? OBJECTS_GO : entry.foldedBecause;
    const others = reason === undefined ? shown : folded.get(reason);
    if (others === undefined) folded.set(reason ?? '', [entry]);
    else others.push(entry);
  }
  return { shown, folded };
}

function isObjectThatGoes({ type, action }: ResourceEntry): boolean {
  return type === 'aws_s3_object' && action === 'destroy';
}
