import { ALLOWED_OUTPUT } from './allowed';
import { gateAddresses } from './gate-addresses';
import { blocksOf, labelsOf, quoted, refuseOthers, type JsonObject, type Refuse } from './json';

/** Sections that say something of resources: outputs, local values, and what has been moved or removed. */
export function gateStatements(stack: JsonObject, refuse: Refuse): void {
  const { output, locals, moved, removed } = stack;
  for (const [name, blocks] of labelsOf(output, 'output', refuse)) {
    const where = `output.${quoted(name)}`;
    for (const block of blocksOf(blocks, where, refuse)) {
      refuseOthers(block, ALLOWED_OUTPUT, where, refuse);
      gateAddresses(block.depends_on, `${where}.depends_on`, refuse);
    }
  }
  blocksOf(locals, 'locals', refuse);
  for (const block of blocksOf(moved, 'moved', refuse)) {
    refuseOthers(block, ['//', 'from', 'to'], 'moved', refuse);
    gateAddresses(block.from, 'moved.from', refuse);
    gateAddresses(block.to, 'moved.to', refuse);
  }
  for (const block of blocksOf(removed, 'removed', refuse)) {
    refuseOthers(block, ['//', 'from', 'lifecycle'], 'removed', refuse);
    gateAddresses(block.from, 'removed.from', refuse);
    for (const lifecycle of blocksOf(block.lifecycle, 'removed.lifecycle', refuse))
      refuseOthers(lifecycle, ['//', 'destroy'], 'removed.lifecycle', refuse);
  }
}
