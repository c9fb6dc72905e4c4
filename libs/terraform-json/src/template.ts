/** A piece of a template: text as it will read, or the source of an interpolation. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'interpolation'; readonly source: string }
  /** `%{ if … }`: a template directive. */
  | { readonly kind: 'directive'; readonly source: string };

export type TemplateParse =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  /** `at`: where the sequence that is never closed begins. */
  | { readonly ok: false; readonly at: number };

/**
 * Takes a string of Terraform's JSON syntax apart. `$${` and `%%{` stand for `${` and `%{`.
 * Source: Terraform language, "Strings and Templates" and "JSON Configuration Syntax" (every string is a template).
 */
export function parseTemplate(template: string): TemplateParse {
  const parts: TemplatePart[] = [];
  let text = '';
  let from = 0;
  for (;;) {
    const at = nextMark(template, from);
    if (at === undefined) break;
    text += template.slice(from, at);
    if (template.charAt(at) === template.charAt(at + 1)) {
      text += template.slice(at + 1, at + 3);
      from = at + 3;
      continue;
    }
    const end = endOfSequence(template, at + 2);
    if (end === undefined) return { ok: false, at };
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
    const kind = template.charAt(at) === '$' ? 'interpolation' : 'directive';
    parts.push({ kind, source: template.slice(at + 2, end) });
    from = end + 1;
  }
  text += template.slice(from);
  if (text !== '') parts.push({ kind: 'text', text });
  return { ok: true, parts };
}

/** Where the next `$${`, `%%{`, `${` or `%{` begins. */
function nextMark(template: string, from: number): number | undefined {
  const found = /\$?\$\{|%?%\{/g;
  found.lastIndex = from;
  return found.exec(template)?.index;
}

/** Position of the `}` that closes a sequence; braces may nest and quoted text may hold any of them. */
function endOfSequence(template: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < template.length; at += 1) {
    const char = template[at];
    if (char === '"') {
      const end = endOfQuoted(template, at + 1);
      if (end === undefined) return undefined;
      at = end;
    } else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

/** Position of the `"` that closes a quoted text, which may hold interpolations with quoted texts of their own. */
export function endOfQuoted(template: string, from: number): number | undefined {
  for (let at = from; at < template.length; at += 1) {
    const char = template[at];
    if (char === '\\') at += 1;
    else if (char === '"') return at;
    else if (isMark(template, at)) {
      // Two of them stand for one, and open nothing.
      if (isMark(template, at + 1)) at += 2;
      else {
        const end = endOfSequence(template, at + 2);
        if (end === undefined) return undefined;
        at = end;
      }
    }
  }
  return undefined;
}

/** `${`, `%{`, or the first of the two in `$${` and `%%{`. */
function isMark(template: string, at: number): boolean {
  const char = template[at];
  if (char !== '$' && char !== '%') return false;
  return template[at + 1] === '{' || (template[at + 1] === char && template[at + 2] === '{');
}
