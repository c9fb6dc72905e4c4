/** Does one long step and says that it goes on, and how long it took. */
export async function runStep(title: string, step: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  const stopShowing = showProgress(title, startedAt);
  try {
    await step();
  } finally {
    stopShowing();
  }
  console.log(`  ✓ ${title}  ${seconds(startedAt)}`);
}

/** A line that counts seconds on a terminal; one plain line elsewhere, so that a log stays a log. */
function showProgress(title: string, startedAt: number): () => void {
  if (!process.stdout.isTTY) {
    console.log(`  … ${title}`);
    return () => undefined;
  }
  const draw = (): void => {
    process.stdout.write(`\r  … ${title}  ${seconds(startedAt)} `);
  };
  draw();
  const timer = setInterval(draw, 250);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\u001b[K');
  };
}

function seconds(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}
