/** What every first page shows. The rest has entries of its own (`/chain`, `/forms`, `/notice`): what shares a file is loaded together. */
export { applyStoredTheme, Theme } from './src/theme';
export { ThemeSwitch } from './src/theme-switch';
export { Mark } from './src/mark';
