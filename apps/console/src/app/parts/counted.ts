const NUMBER = new Intl.NumberFormat();

/** `10,000`, as the reader's language writes it: everywhere alike. */
export function numberWords(count: number): string {
  return NUMBER.format(count);
}

/** `1 fault`, `2 faults`. */
export function counted(count: number, many: string): string {
  return `${numberWords(count)} ${ofCount(count, many)}`;
}

/** The word that fits the number: `user pools` of one is `user pool`. Every word that is counted here ends so. */
export function ofCount(count: number, many: string): string {
  return count === 1 ? many.replace(/s$/, '') : many;
}
