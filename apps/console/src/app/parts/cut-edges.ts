import { afterEveryRender, Directive, ElementRef, inject, signal } from '@angular/core';

import { cutOf } from './cut-of';

/** Marks a box that scrolls sideways with where something of it is out of sight: `data-cut="end"`. Styles make a hint of it. */
@Directive({
  selector: '[ghCutEdges]',
  host: { '[attr.data-cut]': 'cut()', '(scroll)': 'look()', '(window:resize)': 'look()' },
})
export class CutEdges {
  private readonly box = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly cut = signal<string | null>(null);

  constructor() {
    // What is in it comes and goes with answers.
    afterEveryRender({
      read: () => {
        this.look();
      },
    });
  }

  protected look(): void {
    this.cut.set(cutOf(this.box) ?? null);
  }
}
