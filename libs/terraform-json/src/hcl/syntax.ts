/**
 * An expression of Terraform's language as it is written. Operators are calls of their own sign: `a + b` → `+(a, b)`, and
 * `c ? a : b` → `?:(c, a, b)`. Source: Terraform language, "Expressions".
 */
export type Syntax =
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | { readonly kind: 'template'; readonly parts: readonly (string | Syntax)[] }
  /** A name on its own: `var`, `each`, a resource type, or what a `for` binds. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Syntax; readonly name: string }
  | { readonly kind: 'index'; readonly of: Syntax; readonly key: Syntax }
  /** `of[*].a.b`: `each` is what is done with one of them, which is the name `*` there. */
  | { readonly kind: 'splat'; readonly of: Syntax; readonly each: Syntax }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Syntax[];
      /** The last argument is a list of further ones: `merge(maps...)`. */
      readonly spread: boolean;
    }
  | { readonly kind: 'list'; readonly items: readonly Syntax[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Syntax, Syntax])[] }
  | ForSyntax;

export interface ForSyntax {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly over: Syntax;
  /** Of an object: what becomes the key. */
  readonly key?: Syntax;
  readonly value: Syntax;
  /** `=> value...`: values of one key become a list. */
  readonly isGrouped: boolean;
  readonly condition?: Syntax;
}

/** The text is no expression that is read here. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
}
