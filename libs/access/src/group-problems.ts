import { lineageOf } from './allowed-routes';
import { BASE_GROUP, GUEST_GROUP, type GroupRow, type GroupRows } from './group-table';

/** Fits a Cognito group and, after the prefix of the environment, an IAM role name. */
const GROUP_NAME = /^[a-z][a-z0-9-]{0,31}$/;

/** What IAM takes as the description of a role. Source: IAM API, CreateRole, Description. */
const DESCRIPTION = /^[\t\n\r -~\u00A1-\u00FF]{0,1000}$/;

/** What is wrong with the group table, each in a sentence that names its rows. */
export function groupProblems(groups: GroupRows): readonly string[] {
  return [
    ...(Object.hasOwn(groups, BASE_GROUP) ? [] : [`there is no group "${BASE_GROUP}"`]),
    ...Object.entries(groups).flatMap(([name, row]) => rowProblems(name, row, groups)),
    ...equalPrecedences(groups),
  ];
}

function rowProblems(name: string, row: GroupRow, groups: GroupRows): readonly string[] {
  const problems: string[] = [];
  if (!GROUP_NAME.test(name))
    problems.push(`group "${name}": use at most 32 lower-case letters, digits and "-"`);
  if (name === GUEST_GROUP)
    problems.push(`group "${name}": that is the role of visitors who are not signed in`);
  if (!DESCRIPTION.test(row.description))
    problems.push(
      `group "${name}": IAM takes at most 1000 Latin letters and signs as a description`,
    );
  return [
    ...problems,
    ...(name === BASE_GROUP ? baseProblems(row) : extensionProblems(name, row, groups)),
  ];
}

function baseProblems(row: GroupRow): readonly string[] {
  const isPlain = [row.extends, row.precedence].every((field) => field === undefined);
  return isPlain
    ? []
    : [`group "${BASE_GROUP}" is everyone who signed in: it extends nothing and has no precedence`];
}

function extensionProblems(name: string, row: GroupRow, groups: GroupRows): readonly string[] {
  const problems: string[] = [];
  if (row.extends === undefined)
    problems.push(`group "${name}" extends nothing: its role would lose what members may call`);
  else if (!Object.hasOwn(groups, row.extends))
    problems.push(`group "${name}" extends "${row.extends}", which is no group`);
  else if (!lineageOf(name, groups).includes(BASE_GROUP))
    problems.push(`group "${name}" extends in a circle: ${circle(name, groups)}`);
  if (row.precedence === undefined || !Number.isInteger(row.precedence) || row.precedence < 0)
    problems.push(`group "${name}" needs a precedence, a whole number from 0`);
  return problems;
}

function circle(name: string, groups: GroupRows): string {
  const lineage = lineageOf(name, groups);
  const last = lineage.at(-1) ?? name;
  return [...lineage, groups[last]?.extends ?? name].join(' → ');
}

/** Cognito sets no preferred role when a user's best groups share a precedence, and then nobody knows which role it is. */
function equalPrecedences(groups: GroupRows): readonly string[] {
  const owners = new Map<number, readonly string[]>();
  for (const [name, { precedence }] of Object.entries(groups)) {
    if (precedence !== undefined)
      owners.set(precedence, [...(owners.get(precedence) ?? []), `"${name}"`]);
  }
  return [...owners]
    .filter(([, names]) => names.length > 1)
    .map(([precedence, names]) => `groups ${names.join(' and ')} share precedence ${precedence}`);
}
