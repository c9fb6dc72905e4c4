import { TestBed } from '@angular/core/testing';

import { CONFIG_FAILURE, ConfigErrorPage } from './config-error-page';

describe('ConfigErrorPage', () => {
  it('says what happened, what to do, and what to tell whoever runs the site', async () => {
    const detail = 'http://site.example/config.json answered 404.';
    TestBed.configureTestingModule({
      providers: [{ provide: CONFIG_FAILURE, useValue: { kind: 'missing', detail } }],
    });
    const fixture = TestBed.createComponent(ConfigErrorPage);
    await fixture.whenStable();
    const text = (fixture.nativeElement as HTMLElement).textContent;
    expect(text).toContain('This site isn’t set up yet.');
    expect(text).toContain('Reload in a moment');
    expect(text).toContain(detail);
  });
});
