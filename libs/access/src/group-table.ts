/** Every signed-in user: the default authenticated role of the identity pool, and no Cognito group. */
export const BASE_GROUP = 'member';

/** The unauthenticated role's name; guests are off, so no row may take it. */
export const GUEST_GROUP = 'guest';

export interface BaseGroupRow {
  readonly description: string;
  readonly extends?: never;
  readonly precedence?: never;
}

export interface CognitoGroupRow {
  readonly description: string;
  /**
   * The group whose routes this one may call too. Required, because a group's role *replaces* the default role: without
   * its base's routes, an administrator would lose what every member may do.
   */
  readonly extends: string;
  /** A whole number ≥ 0; of a user's groups the lowest wins, so no two groups share one. */
  readonly precedence: number;
}

export type GroupRow = BaseGroupRow | CognitoGroupRow;

/** A group table whose rows are not known to the compiler: what is checked at synth. */
export type GroupRows = Readonly<Record<string, GroupRow>>;

type RowFor<Table, Name extends keyof Table> = Name extends typeof BASE_GROUP
  ? BaseGroupRow
  : CognitoGroupRow & KnownBase<Table, Name> & OwnPrecedence<Table, Name>;

/**
 * What no value has: the compiler prints it beside the value it was given, `10 & Problem<"also the precedence of admin">`.
 * An object, as two texts that differ would melt into `never`, which names nothing.
 */
interface Problem<Sentence extends string> {
  readonly problem: Sentence;
}

type KnownBase<Table, Name extends keyof Table> = Table[Name] extends {
  readonly extends: infer Base extends string;
}
  ? Base extends keyof Table
    ? unknown
    : { readonly extends: Base & Problem<`there is no group ${Base}`> }
  : unknown;

type OwnPrecedence<Table, Name extends keyof Table> = Table[Name] extends {
  readonly precedence: infer Precedence extends number;
}
  ? [Sharing<Table, Name, Precedence>] extends [never]
    ? unknown
    : {
        readonly precedence: Precedence &
          Problem<`also the precedence of ${Sharing<Table, Name, Precedence>}`>;
      }
  : unknown;

/** Names of the other rows with this precedence. */
type Sharing<Table, Name extends keyof Table, Precedence extends number> = {
  [Other in Exclude<keyof Table, Name> & string]: Table[Other] extends {
    readonly precedence: Precedence;
  }
    ? Other
    : never;
}[Exclude<keyof Table, Name> & string];

/** Rows that the compiler can follow: each extends a row of the same table, no two share a precedence, and the base is there. */
export type CheckedGroups<Table> = { readonly [Name in keyof Table]: RowFor<Table, Name> } & {
  readonly [BASE_GROUP]: BaseGroupRow;
};

/** Writes a group table. What the compiler cannot see (a circle of `extends`) is refused by `assertTables`. */
export function defineGroups<const Table extends GroupRows>(
  table: Table & CheckedGroups<Table>,
): Table {
  return table;
}
