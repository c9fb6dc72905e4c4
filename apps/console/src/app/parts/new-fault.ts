import { Component, computed, input, output, signal } from '@angular/core';
import {
  type Check,
  FormModel,
  injectFocus,
  type Refusals,
  required,
  TextField,
} from '@gatehouse/design-system/forms';
import { Notice } from '@gatehouse/design-system/notice';

import type { FaultOrder } from '../operator/answers';
import { asOperatorFailure } from '../operator/operator-failure';
import { KIND_WORDS, SERVICE_WORDS } from './fault-words';

type FieldName = 'delayMs' | 'method' | 'path' | 'operation' | 'every' | 'times';

const count: Check = (value) =>
  value.trim() === '' || /^[1-9]\d*$/.test(value.trim())
    ? undefined
    : 'Enter a whole number, 1 or more.';
const anything: Check = () => undefined;

/** How a path of a service begins, where it is not plain. */
const PATH_HINTS: Partial<Readonly<Record<FaultOrder['service'], string>>> = {
  api: 'With the stage: /dev/vip.',
  s3: 'With the bucket: /my-bucket/logo.svg.',
  website: 'As in the address: /vip.',
};

/** Orders any fault. */
@Component({
  selector: 'gh-new-fault',
  imports: [Notice, TextField],
  templateUrl: './new-fault.html',
})
export class NewFault {
  /** @throws OperatorFailure */
  readonly order = input.required<(order: FaultOrder) => Promise<void>>();
  readonly left = output();

  protected readonly services = Object.entries(SERVICE_WORDS);
  protected readonly kinds = Object.entries(KIND_WORDS);
  protected readonly service = signal<FaultOrder['service']>('api');
  protected readonly kind = signal<FaultOrder['kind']>('throttle');
  /** A Cognito service has one path, and its operations in a header. */
  protected readonly hasOperations = computed(() => this.service().endsWith('Pools'));
  protected readonly pathHint = computed(() => `${PATH_HINTS[this.service()] ?? ''} Empty: all.`);
  protected readonly problem = signal<string | undefined>(undefined);
  protected readonly form = new FormModel<FieldName>(
    {
      delayMs: (value) =>
        this.kind() === 'delay' ? required('Enter how late it answers.', count)(value) : undefined,
      method: anything,
      path: anything,
      operation: anything,
      every: count,
      times: count,
    },
    injectFocus(),
  );

  protected choose({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const { value } = target;
    if (isKey(SERVICE_WORDS, value)) this.service.set(value);
    if (isKey(KIND_WORDS, value)) this.kind.set(value);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.form.submit((values) => this.send(values));
  }

  private async send(
    values: Readonly<Record<FieldName, string>>,
  ): Promise<Refusals<FieldName> | undefined> {
    this.problem.set(undefined);
    try {
      await this.order()(this.orderFrom(values));
      return undefined;
    } catch (error) {
      const { message } = asOperatorFailure(error);
      const [, field, wanted] = /^faults\[\d+\]\.(\w+) must be (.*)/.exec(message) ?? [];
      if (field !== undefined && isKey(values, field)) return { [field]: `It must be ${wanted}` };
      this.problem.set(message);
      return undefined;
    }
  }

  /** What stands in a field that is not shown does not count. */
  private orderFrom(values: Readonly<Record<FieldName, string>>): FaultOrder {
    const texts = this.hasOperations() ? (['operation'] as const) : (['method', 'path'] as const);
    const counts = ['every', 'times', ...(this.kind() === 'delay' ? ['delayMs' as const] : [])];
    const given = (name: string): name is FieldName =>
      isKey(values, name) && values[name].trim() !== '';
    return {
      service: this.service(),
      kind: this.kind(),
      ...Object.fromEntries(texts.filter(given).map((name) => [name, textOf(name, values[name])])),
      ...Object.fromEntries(counts.filter(given).map((name) => [name, Number(values[name])])),
    };
  }
}

/** Methods are written large, whatever was typed. */
function textOf(name: FieldName, typed: string): string {
  return name === 'method' ? typed.trim().toUpperCase() : typed.trim();
}

function isKey<K extends string>(record: Readonly<Record<K, unknown>>, key: string): key is K {
  return Object.hasOwn(record, key);
}
