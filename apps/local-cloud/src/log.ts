/** One line for a person at a terminal. Callers never pass a password, token, key or signature. */
export type Log = (line: string) => void;
