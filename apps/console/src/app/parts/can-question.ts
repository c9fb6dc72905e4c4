import { Component, computed, inject, input, signal } from '@angular/core';
import { injectFocus } from '@gatehouse/design-system/forms';
import { Notice } from '@gatehouse/design-system/notice';

import type { CanAnswer } from '../operator/answers';
import { Operator } from '../operator/operator';
import { asOperatorFailure } from '../operator/operator-failure';
import { type AskedField, problemsOf, routeParts, stagesOf } from './asked-call';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** Of the list of stages: all of them at once. */
const EVERY_STAGE = '';

interface Answered extends CanAnswer {
  readonly question: string;
  readonly verdict: 'yes' | 'no' | 'open';
}

/** Can somebody call a path? Also somebody in several groups, and a path that stands for no route by itself. */
@Component({
  selector: 'gh-can-question',
  imports: [Notice],
  templateUrl: './can-question.html',
})
export class CanQuestion {
  private readonly operator = inject(Operator);
  private readonly focus = injectFocus();
  readonly principals = input.required<readonly string[]>();
  /** By name, as the matrix has them. */
  readonly routes = input.required<readonly string[]>();
  /** How somebody in two groups is written, by an example of this stack where it has one. */
  protected readonly several = computed(() => {
    const pair = this.principals().find((name) => name.includes(' + '));
    return pair?.replaceAll(' ', '') ?? 'one+another';
  });
  protected readonly methods = METHODS;
  protected readonly everyStage = EVERY_STAGE;
  private readonly parts = computed(() => this.routes().map(routeParts));
  protected readonly stages = computed(() => stagesOf(this.parts()));
  /** What was typed or chosen; absent: what the form begins with. */
  protected readonly typed = signal<
    Partial<Readonly<Record<AskedField | 'method' | 'stage', string>>>
  >({});
  /** Of several stages the first, as all of them together seldom have one answer. */
  protected readonly stage = computed(() => this.typed().stage ?? this.stages()[0] ?? EVERY_STAGE);
  private readonly firstRoute = computed(() => {
    const stage = this.stage();
    return this.parts().find((route) => stage === EVERY_STAGE || route.stage === stage);
  });
  /** At first somebody who has signed in, where anybody can. */
  protected readonly who = computed(() => {
    const names = this.principals();
    const somebody = names.find((name) => !name.startsWith('guest')) ?? names[0] ?? '';
    return this.typed().who ?? somebody;
  });
  protected readonly method = computed(() => this.typed().method ?? this.firstRoute()?.method);
  protected readonly path = computed(() => this.typed().path ?? this.firstRoute()?.path ?? '/');
  protected readonly answer = signal<Answered | undefined>(undefined);
  protected readonly problem = signal<string | undefined>(undefined);
  /** What is wrong with a field, below it. */
  protected readonly wrong = signal<Partial<Readonly<Record<AskedField, string>>>>({});
  protected readonly asking = signal(false);

  protected type(name: AskedField | 'method' | 'stage', { target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { value } = target;
    this.typed.update((typed) => ({ ...typed, [name]: value }));
    this.wrong.update((wrong) => ({ ...wrong, [name]: undefined }));
  }

  protected ask(event: Event): void {
    event.preventDefault();
    const asked = { who: this.who(), path: this.path() };
    const wrong = problemsOf(asked);
    this.wrong.set(wrong);
    const first = wrong.who === undefined ? wrong.path && 'can-path' : 'can-who';
    if (first === undefined) void this.find();
    else this.focus(first);
  }

  private async find(): Promise<void> {
    const [principal, path] = [this.who().trim(), this.path().trim()];
    const method = this.method() ?? METHODS[0];
    const stage = this.stage();
    const at = stage === EVERY_STAGE ? {} : { stage };
    const query = new URLSearchParams({ principal, method, path, ...at }).toString();
    this.asking.set(true);
    try {
      const answer = await this.operator.get<CanAnswer>(`/can?${query}`);
      const where = stage === EVERY_STAGE ? '' : ` on ${stage}`;
      const question = `${principal} ${method} ${path}${where}`;
      this.answer.set({ ...answer, question, verdict: verdictOf(answer) });
      this.problem.set(undefined);
    } catch (error) {
      this.answer.set(undefined);
      this.problem.set(asOperatorFailure(error).message);
    } finally {
      this.asking.set(false);
    }
  }
}

/** Several sign-ins or stages that do not agree are no answer. */
function verdictOf({ cells }: CanAnswer): Answered['verdict'] {
  const verdicts = new Set(cells.map(({ allowed }) => allowed));
  const only = verdicts.size === 1 ? cells[0]?.allowed : null;
  return only == null ? 'open' : only ? 'yes' : 'no';
}
