import { afterNextRender, DOCUMENT, inject, Injector } from '@angular/core';

/** For a page with a call: an outcome may take the pressed button along; whoever pressed it goes on at the top of the card. */
export function injectKeepFocus(): () => void {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  const read = () => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('.call-bar :is(button, a)')?.focus();
  };
  return () => {
    afterNextRender({ read }, { injector });
  };
}
