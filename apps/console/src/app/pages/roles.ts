import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';

import type { MatrixAnswer, PolicyAnswer, RolesAnswer } from '../operator/answers';
import { injectLive } from '../operator/live';
import { LiveState } from '../parts/live-state';
import { roleNameIn } from '../parts/role-name-in';
import { Statement, type StatementMark } from '../parts/statement';

interface Target {
  readonly role: string | null;
  readonly policy: string | null;
  readonly statement: string | null;
  readonly mark: StatementMark;
}

/** The roles of the stack: who may take them, and what they may do. */
@Component({
  selector: 'gh-roles',
  imports: [LiveState, NgTemplateOutlet, Statement],
  templateUrl: './roles.html',
})
export class Roles {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  private readonly target = computed((): Target => {
    const query = this.query();
    return {
      role: query?.get('role') ?? null,
      policy: query?.get('policy') ?? null,
      statement: query?.get('statement') ?? null,
      mark: toMark(query?.get('mark')),
    };
  });
  private readonly matrix = injectLive<MatrixAnswer>(() => '/matrix');
  protected readonly live = injectLive<RolesAnswer>(() => '/roles');
  protected readonly view = computed(() => {
    const answer = this.live.value();
    if (answer === undefined) return undefined;
    const principals = this.matrix.value()?.principals ?? [];
    return {
      roles: answer.roles.map((role) => ({
        ...role,
        isTarget: role.name === this.target().role,
        takers: principals
          .filter((one) => roleNameIn(one.role) === role.name)
          .map(({ name }) => name),
        trust: this.policyView(role.trust),
        policies: role.policies.map((policy) => this.policyView(policy)),
      })),
      apiPolicies: answer.apiPolicies.map((policy) => this.policyView(policy)),
    };
  });

  constructor() {
    const injector = this.injector;
    const scrolled = effect(() => {
      if (this.view() === undefined) return;
      // Once: the page must not jump back each second.
      scrolled.destroy();
      afterNextRender(
        {
          read: () => {
            this.showTarget();
          },
        },
        { injector },
      );
    });
  }

  private showTarget(): void {
    this.document.querySelector('.is-target')?.scrollIntoView({ block: 'center' });
  }

  private policyView({ name, statements, because }: PolicyAnswer) {
    const { policy, statement, mark } = this.target();
    return {
      name,
      because,
      statements: statements?.map((json, index) => {
        const isTarget = policy === name && statement === String(index);
        return { json, index, isTarget, mark: isTarget ? mark : ('plain' as const) };
      }),
    };
  }
}

function toMark(text: string | null | undefined): StatementMark {
  return text === 'allows' || text === 'denies' || text === 'missed' ? text : 'plain';
}
