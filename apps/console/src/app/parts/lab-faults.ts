import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Notice } from '@gatehouse/design-system/notice';

import type { FaultAnswer, FaultOrder } from '../operator/answers';
import { Operator } from '../operator/operator';
import { asOperatorFailure, OperatorFailure } from '../operator/operator-failure';
import { numberWords } from './counted';
import { faultWords, isSameOrder, orderOf, scopeWords } from './fault-words';
import { NewFault } from './new-fault';

interface Preset {
  readonly label: string;
  readonly means: string;
  readonly order: FaultOrder;
}

const PRESETS: readonly Preset[] = [
  {
    label: '429 storm on the API',
    means: 'every call is too many',
    order: { service: 'api', kind: 'throttle' },
  },
  {
    label: 'API answers 5xx',
    means: 'every call fails',
    order: { service: 'api', kind: 'error' },
  },
  {
    label: 'Slow sign-in: 3 s',
    means: 'its first step is late',
    order: { service: 'userPools', kind: 'delay', operation: 'InitiateAuth', delayMs: 3000 },
  },
  {
    label: 'CORS headers missing',
    means: 'no page may read the API',
    order: { service: 'api', kind: 'no-cors' },
  },
];

/** What goes wrong on purpose. */
@Component({
  selector: 'gh-lab-faults',
  imports: [NewFault, Notice],
  templateUrl: './lab-faults.html',
})
export class LabFaults {
  private readonly operator = inject(Operator);
  readonly faults = input.required<readonly FaultAnswer[]>();
  /** A sentence that says what was done. */
  readonly changed = output<string>();

  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | undefined>(undefined);
  protected readonly presets = computed(() =>
    PRESETS.map((preset) => ({
      ...preset,
      inForce: this.faults().some((fault) => isSameOrder(fault, preset.order)),
    })),
  );
  protected readonly rows = computed(() =>
    this.faults().map((fault) => ({
      words: faultWords(fault),
      scope: scopeWords(fault),
      counts: countWords(fault),
    })),
  );

  protected toggle({ order, inForce, label }: Preset & { readonly inForce: boolean }): void {
    const others = this.faults().filter((fault) => !isSameOrder(fault, order));
    const said = `${label}: ${inForce ? 'taken away.' : 'in force.'}`;
    void this.tryToPut(inForce ? others : [...others, order], said);
  }

  protected remove(index: number): void {
    void this.tryToPut(
      this.faults().filter((_, at) => at !== index),
      'The fault is taken away.',
    );
  }

  protected clear(): void {
    void this.tryToPut([], 'All faults are taken away.');
  }

  /** For the form, which says itself what was refused. @throws OperatorFailure */
  protected readonly orderFromForm = async (order: FaultOrder): Promise<void> => {
    if (this.faults().some((fault) => isSameOrder(fault, order)))
      throw new OperatorFailure(
        'refused',
        'That very fault is in force already. To let it count anew, take it away first.',
      );
    await this.put([...this.faults(), order], `${faultWords(order)}: in force.`);
    this.adding.set(false);
  };

  private async tryToPut(faults: readonly FaultOrder[], said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.put(faults, said);
    } catch (error) {
      this.problem.set(asOperatorFailure(error).message);
    } finally {
      this.busy.set(false);
    }
  }

  private async put(faults: readonly FaultOrder[], said: string): Promise<void> {
    await this.operator.send('PUT', '/lab/faults', { faults: faults.map(orderOf) });
    this.problem.set(undefined);
    this.changed.emit(said);
  }
}

function countWords({ met, hit, times }: FaultAnswer): string {
  const over = times !== undefined && hit >= times ? ' It is over.' : '';
  return `Met ${numberWords(met)}, struck ${numberWords(hit)}.${over}`;
}
