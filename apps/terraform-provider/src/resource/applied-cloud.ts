import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { AppliedObject, AppliedStore } from '@gatehouse/applied-store';
import { LOCAL_ACCOUNT_ID, localId } from '@gatehouse/local-ids';

import type { Cloud, ContentFacts } from './cloud';
import type { SettledValues } from './values';

export interface CloudSettings {
  readonly store: AppliedStore;
  readonly origins: Cloud['origins'];
  readonly now: () => Date;
}

/**
 * The account as the store has it. Read once, and again when another process has written: two configurations of the provider (an
 * alias) are two processes.
 */
export class AppliedCloud {
  #objects = new Map<string, Map<string, AppliedObject>>();
  #generation: string | undefined;
  #loaded = false;

  constructor(private readonly settings: CloudSettings) {}

  /** What the facts of one object see. */
  view(region: string, content?: ContentFacts): Cloud {
    const { store, origins, now } = this.settings;
    return {
      accountId: LOCAL_ACCOUNT_ID,
      region,
      origins,
      find: (type, id) => this.find(type, id)?.values as SettledValues | undefined,
      all: (type) => this.all(type).map(({ values }) => values as SettledValues),
      newId(shape, key) {
        for (let attempt = 0; ; attempt += 1) {
          const id = localId(shape, attempt === 0 ? key : `${key} ${attempt}`, region);
          if (store.claimId(id)) return id;
        }
      },
      now: () =>
        now()
          .toISOString()
          .replace(/\.\d+Z$/, 'Z'),
      ...(content && { content }),
    };
  }

  find(type: string, id: string): AppliedObject | undefined {
    this.load();
    return this.#objects.get(type)?.get(id);
  }

  all(type: string): readonly AppliedObject[] {
    this.load();
    return [...(this.#objects.get(type)?.values() ?? [])];
  }

  /** @returns false where there is one already */
  add(object: AppliedObject): boolean {
    this.load();
    if (!this.settings.store.add(object)) return false;
    this.remember(object);
    return true;
  }

  replace(object: AppliedObject): void {
    this.load();
    this.settings.store.replace(object);
    this.remember(object);
  }

  remove(type: string, id: string): void {
    this.load();
    this.settings.store.remove(type, id);
    this.#objects.get(type)?.delete(id);
    this.#generation = this.settings.store.generation();
  }

  keepContent(file: string): string {
    return this.settings.store.keepContent(file);
  }

  private remember(object: AppliedObject): void {
    this.put(object);
    this.#generation = this.settings.store.generation();
  }

  private load(): void {
    const generation = this.settings.store.generation();
    if (this.#loaded && generation === this.#generation) return;
    this.#objects = new Map();
    for (const object of this.settings.store.list()) this.put(object);
    this.#generation = generation;
    this.#loaded = true;
  }

  private put(object: AppliedObject): void {
    const ofType = this.#objects.get(object.type) ?? new Map<string, AppliedObject>();
    ofType.set(object.id, object);
    this.#objects.set(object.type, ofType);
  }
}

/** @throws the file system's error where the file cannot be read */
export function contentFacts(file: string): ContentFacts {
  const bytes = readFileSync(file);
  return {
    sha256Base64: createHash('sha256').update(bytes).digest('base64'),
    md5Hex: createHash('md5').update(bytes).digest('hex'),
    bytes: bytes.length,
  };
}
