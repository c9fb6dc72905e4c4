/** An address where one is expected: Terraform's JSON takes it with `${}` around it and without. */
export function bareAddress(text: string): string {
  return /^\$\{\s*(.*?)\s*\}$/s.exec(text)?.[1] ?? text;
}
