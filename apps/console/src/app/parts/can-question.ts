import { Component, computed, inject, input, signal } from '@angular/core';
import { Notice } from '@gatehouse/design-system/notice';

import type { CanAnswer } from '../operator/answers';
import { Operator } from '../operator/operator';
import { asOperatorFailure } from '../operator/operator-failure';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

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
  readonly principals = input.required<readonly string[]>();
  /** Who is asked about at first: somebody who has signed in, where anybody can. */
  protected readonly somebody = computed(() => {
    const names = this.principals();
    return names.find((name) => !name.startsWith('guest')) ?? names[0] ?? '';
  });
  /** How somebody in two groups is written, by an example of this stack where it has one. */
  protected readonly several = computed(() => {
    const pair = this.principals().find((name) => name.includes(' + '));
    return pair?.replaceAll(' ', '') ?? 'one+another';
  });
  protected readonly methods = METHODS;
  protected readonly answer = signal<Answered | undefined>(undefined);
  protected readonly problem = signal<string | undefined>(undefined);
  protected readonly asking = signal(false);

  protected ask(event: Event, principal: string, method: string, path: string): void {
    event.preventDefault();
    void this.find(principal, method, path);
  }

  private async find(principal: string, method: string, path: string): Promise<void> {
    const query = new URLSearchParams({ principal, method, path }).toString();
    this.asking.set(true);
    try {
      const answer = await this.operator.get<CanAnswer>(`/can?${query}`);
      const question = `${principal} ${method} ${path}`;
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
