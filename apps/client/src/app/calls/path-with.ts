import { PARAMETER } from './route-pages';

/** The path with its parameters filled in, each as one or, when greedy, several encoded segments. */
export function pathWith(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(PARAMETER, (_match, name: string, greedy: string) => {
    const value = values[name] ?? '';
    const parts = greedy === '+' ? value.split('/') : [value];
    return parts.map(encodeURIComponent).join('/');
  });
}
