/** Who may call what, and why. */
export interface AccessMatrix {
  readonly principals: readonly MatrixPrincipal[];
  readonly routes: readonly MatrixRoute[];
  /** One for each principal and route. */
  readonly cells: readonly AccessCell[];
  /** `OPTIONS` routes that only answer CORS preflights: open to anyone, and no rows of the matrix. */
  readonly preflights: readonly string[];
  /** What looks like a mistake: a sentence each. */
  readonly findings: readonly string[];
}

export interface MatrixPrincipal {
  /**
   * `guest`; `member`, who has signed in and is in no group; `member where department = "staff"`, for whom a rule chooses the role; the
   * name of a group; or `admin + editor`.
   */
  readonly name: string;
  /** The role they get, or why none: `gatehouse-dev-admin (preferred by the token)`. */
  readonly role: string;
}

export interface MatrixRoute {
  /** `GET /vip`; with its stage in front where there are several. */
  readonly name: string;
  /** `null`: not known yet. A key throttles, it never authorizes. */
  readonly apiKeyRequired: boolean | null;
}

export interface AccessCell {
  readonly principal: string;
  readonly route: string;
  /** `null`: cannot be told; the reason says what it depends on. */
  readonly allowed: boolean | null;
  /** The role, how it was chosen, and the statement that decided. */
  readonly reason: string;
}
