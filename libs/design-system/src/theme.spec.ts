import { TestBed } from '@angular/core/testing';

import { applyStoredTheme, Theme } from './theme';

describe('Theme', () => {
  afterEach(() => {
    localStorage.removeItem('gatehouse.theme');
    delete document.documentElement.dataset.theme;
  });

  it('follows the system until somebody chooses', () => {
    expect(applyStoredTheme(document)).toBeUndefined();
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('follows a system that changes while the page is open, until somebody chooses', () => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const matches = spyOnProperty(system, 'matches').and.returnValue(false);
    spyOn(window, 'matchMedia').and.returnValue(system);
    const theme = TestBed.inject(Theme);
    expect(theme.shown()).toBe('light');
    matches.and.returnValue(true);
    system.dispatchEvent(new Event('change'));
    expect(theme.shown()).toBe('dark');
    theme.toggle();
    system.dispatchEvent(new Event('change'));
    expect(theme.shown()).toBe('light');
  });

  it('remembers a choice', () => {
    const theme = TestBed.inject(Theme);
    const before = theme.shown();
    theme.toggle();
    expect(theme.shown()).not.toBe(before);
    expect(applyStoredTheme(document)).toBe(theme.shown());
    expect(document.documentElement.dataset.theme).toBe(theme.shown());
  });

  it('ignores a stored value it does not know', () => {
    localStorage.setItem('gatehouse.theme', 'sepia');
    expect(applyStoredTheme(document)).toBeUndefined();
  });
});
