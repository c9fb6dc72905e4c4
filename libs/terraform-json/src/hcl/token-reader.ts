import { SyntaxProblem } from './syntax';
import { tokenize, type TextPart, type Token } from './tokens';

/** Deeper than any person writes; bounds the stack. */
const MAX_NESTING = 64;

/** The tokens of one expression, from left to right. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#tokens = tokenize(source);
  }

  /** @throws SyntaxProblem when this is nested too deep */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_NESTING)
      throw new SyntaxProblem(`it is nested deeper than ${MAX_NESTING} levels`);
    const result = read();
    this.#depth -= 1;
    return result;
  }

  sees(sign: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'sign' && token.text === sign;
  }

  takes(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.#at += 1;
    return true;
  }

  takesOneOf(signs: readonly string[]): string | undefined {
    return signs.find((sign) => this.takes(sign));
  }

  takesWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name' || token.text !== word) return false;
    this.#at += 1;
    return true;
  }

  /** As it is written. */
  takesNumber(): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'number') return undefined;
    this.#at += 1;
    return token.text;
  }

  takesText(): readonly TextPart[] | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'text') return undefined;
    this.#at += 1;
    return token.parts;
  }

  name(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name') throw this.unexpected('a name or a value');
    this.#at += 1;
    return token.text;
  }

  must(sign: string): void {
    if (!this.takes(sign)) throw this.unexpected(sign);
  }

  mustWord(word: string): void {
    if (!this.takesWord(word)) throw this.unexpected(word);
  }

  end(): void {
    if (this.#tokens[this.#at]?.kind !== 'end') throw this.unexpected('its end');
  }

  unexpected(wanted: string): SyntaxProblem {
    const token = this.#tokens[this.#at];
    const found =
      token === undefined || token.kind === 'end'
        ? 'the end'
        : token.kind === 'text'
          ? 'a text'
          : token.text;
    return new SyntaxProblem(`${wanted} is expected where ${found} stands`);
  }
}
