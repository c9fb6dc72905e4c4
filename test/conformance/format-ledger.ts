import type { Behaviour, BehaviourArea } from './behaviour';

const HEAD = `# Conformance

What AWS does, row by row, and the test that shows the same of the local cloud. Written by \`npm run conformance\` from
\`test/conformance/\`; \`npm test\` fails when this page is stale, or when a test named here did not run and pass.
`;

/** The ledger as Markdown. */
export function formatLedger(areas: readonly BehaviourArea[]): string {
  const all = areas.flatMap(({ behaviours }) => behaviours);
  const tested = all.filter((behaviour) => 'test' in behaviour).length;
  const count = `**${tested}** behaviours are tested, **${all.length - tested}** are not modelled.\n`;
  return [HEAD, count, ...areas.map(formatArea)].join('\n');
}

function formatArea({ title, behaviours }: BehaviourArea): string {
  return [
    `## ${title}\n`,
    '| Behaviour | Known from | Shown by |',
    '| --- | --- | --- |',
    ...behaviours.map(formatBehaviour),
    '',
  ].join('\n');
}

function formatBehaviour(behaviour: Behaviour): string {
  const { id, what, source } = behaviour;
  const shown =
    'test' in behaviour
      ? `✓ ${cell(behaviour.test.name)} ([test](../${behaviour.test.file}))`
      : `**not modelled**: ${cell(behaviour.notModelled)}`;
  return `| <a id="${id}"></a>${cell(what)} | ${cell(source)} | ${shown} |`;
}

/** A table's cell: one line, no bar of its own, and markup read as text. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<>*_`[\]]/g, (mark) => `\\${mark}`);
}
