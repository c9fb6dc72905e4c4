import { asList, asRecord, type StackJson } from './stack-json';

/** Terraform reads these as references, not as text: an interpolation is refused there, an unknown address only at plan. */
export function plainLifecycles(stack: StackJson): readonly string[] {
  const known = new Set([...stack.resources, ...stack.dataSources].map(({ address }) => address));
  return stack.resources.flatMap(({ address, body }) => {
    const triggers = asList(asRecord(body.lifecycle).replace_triggered_by);
    return [...triggers, ...asList(body.depends_on)].flatMap((it) => {
      const text = String(it);
      if (text.includes('${')) return [`${address}: "${text}" must be a plain reference`];
      const target = /^(?:data\.)?[^.]+\.[^.]+/.exec(text)?.[0] ?? text;
      return known.has(target) ? [] : [`${address}: "${text}" is not in this stack`];
    });
  });
}
