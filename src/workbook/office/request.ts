/**
 * Lets the page breathe: paint, answer a click. A message takes its turn behind these without the delay of timers, which
 * browsers lengthen when they follow one another, and a great deal in a pane that is not shown.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * One request: what `ask` queues goes to Excel at once, and what it gives is read from the answer. Proxies live for one
 * request, so that nothing has to be tracked nor released. Rejects with Office's own error, told by its `code`.
 */
export async function request<T>(ask: (context: Excel.RequestContext) => T | Promise<T>): Promise<T> {
  const context = new Excel.RequestContext();
  const asked = await ask(context);
  await pause();
  await context.sync();
  await pause();
  return asked;
}
