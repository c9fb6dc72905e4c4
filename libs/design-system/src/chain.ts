import { Component, computed, input } from '@angular/core';

/**
 * `pass` and `stop` are known. `skip`: the call did not get there. `unknown`: it cannot be told. `idle`: nothing was called yet.
 * `wait`: a call is in flight.
 */
export type StepState = 'pass' | 'stop' | 'skip' | 'unknown' | 'idle' | 'wait';

export interface ChainStep {
  readonly id: string;
  readonly label: string;
  readonly state: StepState;
  readonly detail: string;
}

/** Said to those who cannot see the signs. */
const SPOKEN: Readonly<Record<StepState, string>> = {
  pass: 'passed',
  stop: 'stopped here',
  skip: '',
  unknown: '',
  idle: '',
  wait: 'in progress',
};

/** What must agree before a route answers, then the route itself; and how far a call got. */
@Component({
  selector: 'gh-chain',
  template: `
    <ol class="chain" [attr.aria-label]="label()">
      @for (step of spoken(); track step.id) {
        <li [attr.class]="step.state">
          <span class="sign" aria-hidden="true">{{ step.sign }}</span>
          <b>{{ step.label }}</b>
          @if (step.said !== '') {
            <span class="visually-hidden">: {{ step.said }}, </span>
          }
          <span class="detail">{{ step.detail }}</span>
        </li>
      }
    </ol>
  `,
})
export class Chain {
  readonly steps = input.required<readonly ChainStep[]>();
  readonly label = input.required<string>();
  protected readonly spoken = computed(() =>
    this.steps().map((step, index) => ({
      ...step,
      said: SPOKEN[step.state],
      sign: signOf(step.state, index + 1),
    })),
  );
}

function signOf(state: StepState, position: number): string {
  if (state === 'stop') return '×';
  if (state === 'unknown') return '?';
  return state === 'idle' || state === 'wait' ? String(position) : '';
}
