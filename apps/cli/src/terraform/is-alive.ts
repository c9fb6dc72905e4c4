import { hasCode } from '../has-code';

/** Whether a process of that number runs. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's, which may not be signalled, but which is alive.
    return hasCode(error, 'EPERM');
  }
}
