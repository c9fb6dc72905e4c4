/** Whether Node failed for this reason: `ENOENT`. Source: Node.js, "Common system errors". */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
