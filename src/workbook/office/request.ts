/** Lets the page breathe: paint, answer a click. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * One request: what `ask` queues goes to Excel at once, and what it gives is read from the answer. Proxies live for one
 * request, so that nothing has to be tracked nor released. Rejects with Office's own error, told by its `code`.
 */
export async function request<T>(ask: (context: Excel.RequestContext) => T | Promise<T>): Promise<T> {
  const context = new Excel.RequestContext();
  const asked = await ask(context);
  await context.sync();
  await pause();
  return asked;
}
