/** One thing that AWS does, as a user of these services would notice it. */
export type Behaviour = Described & (Tested | NotModelled);

interface Described {
  /** `execute-api-throttled`: kebab-case, never used twice, never given to another behaviour. */
  readonly id: string;
  /** One sentence: what AWS does. */
  readonly what: string;
  /** Where that is known from: a guide and its page, a recorded answer, an issue. */
  readonly source: string;
}

interface Tested {
  /** The test that shows it here, by its file and whole name. */
  readonly test: TestName;
}

interface NotModelled {
  /** Why it is left out, and what happens instead. */
  readonly notModelled: string;
}

export interface TestName {
  readonly file: string;
  readonly name: string;
}

/** Behaviours that belong together, under one heading of the ledger. */
export interface BehaviourArea {
  readonly title: string;
  readonly behaviours: readonly Behaviour[];
}
