import { Component } from '@angular/core';

/** Where a navigation may end that a spec does not care about. */
@Component({ selector: 'gh-any-page', template: 'another page' })
export class AnyPage {}
