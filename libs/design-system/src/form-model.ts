import {
  computed,
  DOCUMENT,
  inject,
  type Signal,
  signal,
  type WritableSignal,
} from '@angular/core';

/** What is wrong with a value, as a sentence, or `undefined`. */
export type Check = (value: string) => string | undefined;

/** One text field: its value, and what stands under it. */
export interface Field {
  readonly id: string;
  readonly value: Signal<string>;
  /** Shown once the field was left, or the form was sent. */
  readonly problem: Signal<string | undefined>;
  edit(value: string): void;
  leave(): void;
  /** Puts the cursor into the field. */
  focus(): void;
}

type Values<K extends string> = Readonly<Record<K, string>>;
/** Fields that the service refused, each with the reason. */
export type Refusals<K extends string> = Partial<Record<K, string>>;

interface FieldState extends Field {
  readonly wrong: Signal<string | undefined>;
  readonly left: WritableSignal<boolean>;
  readonly refusal: WritableSignal<string | undefined>;
}

let fields = 0;

/**
 * A form of text fields. A few of them are all this client has; @angular/forms would add 4 KB to
 * the first page and 15 KB to theirs.
 */
export class FormModel<K extends string> {
  readonly fields: Readonly<Record<K, Field>>;
  private readonly states: Readonly<Record<K, FieldState>>;
  private readonly running = signal(false);
  readonly submitting = this.running.asReadonly();

  constructor(
    checks: Readonly<Record<K, Check>>,
    private readonly focusById: (id: string) => void,
    initial: Partial<Values<K>> = {},
  ) {
    this.states = mapRecord(checks, (check, name) => this.makeField(initial[name] ?? '', check));
    this.fields = this.states;
  }

  values(): Values<K> {
    return mapRecord(this.states, ({ value }) => value());
  }

  /**
   * Runs the action when every field is right, and not twice at once. Otherwise, and when the
   * action comes back with refusals, the cursor goes to the first field that needs another look.
   */
  async submit(action: (values: Values<K>) => Promise<Refusals<K> | undefined>): Promise<void> {
    if (this.running()) return;
    for (const { left } of this.inOrder()) left.set(true);
    if (this.focusFirstProblem()) return;
    this.running.set(true);
    try {
      const refusals: Refusals<K> = (await action(this.values())) ?? {};
      mapRecord(this.states, ({ refusal }, name) => {
        refusal.set(refusals[name]);
      });
    } finally {
      this.running.set(false);
    }
    this.focusFirstProblem();
  }

  /** Whether this field is right as it is. Where it is not, it says so, and the cursor goes there. */
  check(name: K): boolean {
    const field = this.states[name];
    field.left.set(true);
    if (field.problem() === undefined) return true;
    field.focus();
    return false;
  }

  private inOrder(): FieldState[] {
    return Object.values(this.states);
  }

  private focusFirstProblem(): boolean {
    const first = this.inOrder().find(({ problem }) => problem() !== undefined);
    first?.focus();
    return first !== undefined;
  }

  private makeField(initial: string, check: Check): FieldState {
    const id = `field-${(fields += 1)}`;
    const value = signal(initial);
    const left = signal(false);
    const refusal = signal<string | undefined>(undefined);
    const wrong = computed(() => check(value()));
    return {
      id,
      value,
      left,
      refusal,
      wrong,
      problem: computed(() => (left() ? (wrong() ?? refusal()) : undefined)),
      edit: (text) => {
        value.set(text);
        refusal.set(undefined);
      },
      leave: () => {
        // Tabbing through an empty form is no mistake yet.
        if (value() !== '') left.set(true);
      },
      focus: () => {
        this.focusById(id);
      },
    };
  }
}

/** For a component's form: finds its fields in the page. */
export function injectFocus(): (id: string) => void {
  const document = inject(DOCUMENT);
  return (id) => {
    document.getElementById(id)?.focus();
  };
}

/** Refuses an empty value with this sentence, and then asks the other check. */
export function required(sentence: string, then: Check = () => undefined): Check {
  return (value) => (value.trim() === '' ? sentence : then(value));
}

/** Refuses a value that does not match. */
export function matching(pattern: RegExp, sentence: string): Check {
  return (value) => (pattern.test(value) ? undefined : sentence);
}

function mapRecord<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  map: (value: A, name: K) => B,
): Record<K, B> {
  const names = Object.keys(record) as K[];
  return Object.fromEntries(names.map((name) => [name, map(record[name], name)])) as Record<K, B>;
}
