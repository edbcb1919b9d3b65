// Keeps the files of the page without Excel, for use without a network: docs/decisions/0013. The build writes their
// list above this script.

/**
 * The files that the page may need, by their relative address, with the hash of their content; the version is the hash
 * of all.
 */
declare const kept: { readonly version: string; readonly files: Readonly<Record<string, string>> };

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of the global scope that this script uses. */
interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { readonly id: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}

const worker = self as unknown as ServiceWorkerScope;
const { scope } = worker.registration;

// The caches of a site are shared by its folders: each has its own copy of the page, and its version.
const family = `ordiclasse ${scope} `;
const cacheName = family + kept.version;

/**
 * The address at which a cache keeps the pages that were open when its version arrived: they still use the files of
 * their own version.
 */
const earlierPages = new URL("pages-ouvertes", scope).href;

/** A file whose name holds the sum of its content is the same whatever the version. */
const namedByContent = /\.[0-9a-f]{12}\.\w+$/;

worker.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    noteEarlierPages()
      .then(forgetEarlier)
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  const file = address.startsWith(scope) ? address.slice(scope.length) : "";
  // All other requests, those of the pane of Excel among them, are left to the browser.
  if (request.method !== "GET" || !(Object.hasOwn(kept.files, file) || namedByContent.test(file))) return;
  event.respondWith(answerTo(request, address));
  if (request.mode === "navigate") event.waitUntil(forgetEarlier());
});

/**
 * Caches every file of this version, or rejects without caching any: a file that differs from the build, in a
 * half-updated folder, rejects.
 */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  const requests = Object.entries(kept.files).map(
    ([file, integrity]) => new Request(new URL(file, scope), { integrity, cache: "no-cache" }),
  );
  await cache.addAll(requests);
}

/** Answers with a file of this version, or of the version of the page that asks; otherwise fetches it. */
async function answerTo(request: Request, address: string): Promise<Response> {
  const own = await (await caches.open(cacheName)).match(address);
  if (own !== undefined) return own;
  for (const name of await earlierCaches()) {
    const earlier = await (await caches.open(name)).match(address);
    if (earlier !== undefined) return earlier;
  }
  return fetch(request);
}

async function earlierCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
}

async function noteEarlierPages(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.put(earlierPages, new Response(JSON.stringify(await openPages())));
}

/** Forgets the earlier versions once no page is open that was when this one came. */
async function forgetEarlier(): Promise<void> {
  const cache = await caches.open(cacheName);
  const noted = (await (await cache.match(earlierPages))?.json()) as readonly string[] | undefined;
  const open = new Set(await openPages());
  if (noted === undefined || noted.some((id) => open.has(id))) return;
  await Promise.all((await earlierCaches()).map((name) => caches.delete(name)));
  await cache.delete(earlierPages);
}

async function openPages(): Promise<string[]> {
  return (await worker.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id);
}
