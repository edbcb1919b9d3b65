import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Route } from "playwright-core";
import { addInBase } from "../build/built";
import { hostOrigin, officeBase, officeFiles } from "../host";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * Answers the only places a page may ask: the add-in's own files, at its address or on the disk, Office.js at Microsoft's address, and Excel's page.
 * Every other request is aborted, and told to `refused`; so is a file that is not there.
 */
export async function serveFiles(
  context: BrowserContext,
  addInFiles: string,
  page: string,
  refused: (what: string) => void,
): Promise<void> {
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    // A page of the add-in's that is opened from the disk.
    if (url.startsWith(pathToFileURL(`${addInFiles}/`).href)) return route.continue();
    const { origin, pathname } = new URL(url);
    if (origin === hostOrigin && pathname === "/") return route.fulfill({ body: page, contentType: types[".html"]! });
    const path = url.startsWith(addInBase)
      ? inside(addInFiles, pathname.slice(new URL(addInBase).pathname.length - 1))
      : url.startsWith(officeBase)
        ? inside(officeFiles, pathname.slice(new URL(officeBase).pathname.length - 1))
        : null;
    if (path !== null && (await fulfil(route, path))) return;
    refused(`${path === null ? "Request" : "File not found"}: ${route.request().method()} ${url}`);
    await route.abort("blockedbyclient");
  });
  await context.routeWebSocket("**", (socket) => {
    refused(`Web socket: ${socket.url()}`);
    void socket.close();
  });
}

const inside = (folder: string, pathname: string) => join(folder, normalize(decodeURIComponent(pathname)));

async function fulfil(route: Route, path: string): Promise<boolean> {
  const body = await readFile(path).catch(() => null);
  if (body === null) return false;
  await route.fulfill({
    body,
    contentType: types[extname(path)] ?? "application/octet-stream",
    // Office.js adds its scripts with crossorigin=anonymous.
    headers: { "Access-Control-Allow-Origin": "*" },
  });
  return true;
}
