/** The text is no template, or one that is not read here: it is refused, whatever it does. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem';
}

/**
 * The names of the functions that a template calls: `"${lower(file("a"))}"` → `lower`, `file`.
 *
 * Only a part of the language is read, and in it a call is nothing but a name with a bracket after it: no comments, no heredocs, no
 * functions of providers, no letters beyond ASCII outside of quotes. What is read is cut into the same tokens as Terraform cuts it into.
 * Source: hashicorp/hcl, `hclsyntax/scan_tokens.rl`; `test/terraform/stack-gate.test.ts` asks the real one.
 * @param text a string of Terraform JSON: a template without quotes around it
 * @throws TemplateProblem for anything else
 */
export function templateCalls(text: string): ReadonlySet<string> {
  if (!/[$%]\{/.test(text)) return new Set();
  const template = new Template(text);
  template.read();
  return template.names;
}

const SPACE = /[ \t\n]+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /\d(?:(?:[\d.]|[eE][-+]?\d)*(?:\d|[eE][-+]?\d))?/y;
/** What begins a comment, a heredoc, or the name of a provider's function. */
const REFUSED = /#|\/\/|\/\*|<<|::/y;
const SIGN = /[-+*/%<>!?:()[\].,=&|~]/y;
const MARKS = /[$%]+/y;
const PLAIN = /[^$%]+/y;
const QUOTED = /[^$%"\\\r\n]+/y;
const ESCAPE = /\\(?:[nrt"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y;

/** Words after which a bracket only groups. */
const WORDS: ReadonlySet<string> = new Set(['in', 'if']);

/** Deeper than any person writes; bounds the stack. */
const MAX_NESTING = 64;

class Template {
  readonly names = new Set<string>();
  readonly #text: string;
  #at = 0;
  #nesting = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    while (this.#at < this.#text.length) {
      if (this.#take(PLAIN) === undefined) this.#readMarks();
    }
  }

  /** `${` and `%{` open a sequence; `$${` and `%%{` stand for themselves; of more in a row, who knows. */
  #readMarks(): void {
    const marks = this.#take(MARKS) ?? '';
    if (this.#text[this.#at] !== '{') return;
    this.#at += 1;
    if (marks === '$' || marks === '%') this.#readSequence();
    else if (marks !== '$$' && marks !== '%%') throw new TemplateProblem(`${marks}{ is not read`);
  }

  /** What stands between `${` or `%{` and the bracket that closes it. */
  #readSequence(): void {
    this.#nesting += 1;
    if (this.#nesting > MAX_NESTING)
      throw new TemplateProblem(`it nests deeper than ${MAX_NESTING} levels`);
    let open = 1;
    while (open > 0) {
      this.#take(SPACE);
      const char = this.#text[this.#at];
      if (char === '{' || char === '}') {
        open += char === '{' ? 1 : -1;
        this.#at += 1;
      } else if (char === '"') this.#readQuoted();
      else this.#readToken();
    }
    this.#nesting -= 1;
  }

  #readToken(): void {
    const refused = this.#take(REFUSED);
    if (refused !== undefined)
      throw new TemplateProblem(
        `${refused} is not read here: comments, heredocs and :: are refused`,
      );
    const name = this.#take(NAME);
    if (name !== undefined) {
      this.#take(SPACE);
      if (this.#text[this.#at] === '(' && !WORDS.has(name)) this.names.add(name);
    } else if (this.#take(NUMBER) === undefined && this.#take(SIGN) === undefined)
      throw new TemplateProblem(
        this.#at < this.#text.length ? 'it has a character that is not read here' : 'it never ends',
      );
  }

  #readQuoted(): void {
    this.#at += 1;
    while (this.#text[this.#at] !== '"') {
      if (this.#take(QUOTED) !== undefined || this.#take(ESCAPE) !== undefined) continue;
      if (!/[$%]/.test(this.#text[this.#at] ?? ''))
        throw new TemplateProblem('a quoted text never ends, or has an escape that is not read');
      this.#readMarks();
    }
    this.#at += 1;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
