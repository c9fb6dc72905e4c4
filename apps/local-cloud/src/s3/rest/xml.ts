/** An element and what stands in it: text, or elements. A list stands for the element once for each. */
export type XmlContent = string | number | boolean | XmlElements;

export interface XmlElements {
  readonly [name: string]: XmlContent | readonly XmlContent[] | undefined;
}

/** A document in the manner of S3: elements only, in the order given; what is undefined is left out. */
export function toXml(root: string, elements: XmlElements, namespace?: string): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${inner(elements)}</${root}>`;
}

function inner(content: XmlContent): string {
  if (typeof content !== 'object') return escapeXml(String(content));
  return Object.entries(content)
    .flatMap(([name, value]) => {
      const values = isList(value) ? value : [value];
      return values.map((one) => (one === undefined ? '' : `<${name}>${inner(one)}</${name}>`));
    })
    .join('');
}

function isList(
  value: XmlContent | readonly XmlContent[] | undefined,
): value is readonly XmlContent[] {
  return Array.isArray(value);
}

/** Control characters too, as S3 does: keys may hold any. Lines stay lines. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(
      /[^\P{Cc}\t\n]/gu,
      (control) => `&#x${(control.codePointAt(0) ?? 0).toString(16)};`,
    );
}
