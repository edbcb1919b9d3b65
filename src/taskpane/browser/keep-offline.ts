/**
 * Has the browser keep the page for when the network is away. Where it cannot, over http or because it is forbidden, the page works as
 * long as its files can be asked for.
 */
export function keepOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  // What the page shows first comes first.
  addEventListener("load", () => {
    void navigator.serviceWorker.register("service-worker.js").catch(() => undefined);
  });
}
