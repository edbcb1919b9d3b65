import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM, ResourceLoader, VirtualConsole, type DOMWindow } from "jsdom";
import { addInOrigin, frameName, hostOrigin } from "./pane/envelope";
import type { ExcelHost } from "./excel-host";
import { officeBase, officeFiles } from "./office-files";

export interface PageOptions {
  readonly locale?: "fr-FR" | "en-US";
  /** Body of the page. */
  readonly html?: string;
  /** Scripts of the add-in, run in the page once Office.js is there, before `Office.onReady`. */
  readonly scripts?: readonly string[];
}

export interface OfficePage {
  readonly window: OfficeWindow;
  /** What went wrong in the page and nobody caught, and what is a fault of the host's own. */
  readonly faults: readonly string[];
  close(): void;
}

/** A page's window, with what Office.js puts in it. */
type OfficeWindow = DOMWindow & {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
};

/** Serves the shipped library at Microsoft's address, and nothing else. */
class OfficeFiles extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    if (!url.startsWith(officeBase)) return null;
    const content = Promise.resolve(readFileSync(join(officeFiles, url.slice(officeBase.length))));
    return Object.assign(content, { abort: () => {} }) as unknown as ReturnType<ResourceLoader["fetch"]>;
  }
}

/**
 * Has Node read the addresses of links. Office.js asks each message for the parts of its origin, and jsdom, in plain
 * JavaScript, would spend there half the time of a test.
 */
function parseQuickly({ HTMLAnchorElement: { prototype } }: DOMWindow): void {
  for (const part of ["protocol", "hostname", "port"] as const) {
    const slow = Object.getOwnPropertyDescriptor(prototype, part)!;
    Object.defineProperty(prototype, part, {
      ...slow,
      get(this: HTMLAnchorElement) {
        const address = this.getAttribute("href");
        return address !== null && URL.canParse(address) ? new URL(address)[part] : slow.get!.call(this);
      },
    });
  }
}

let conversations = 0;

/** Opens a page that Excel holds, in jsdom, and awaits `Office.onReady`: the shipped, minified Office.js runs in it. */
export async function startInJsdom(host: ExcelHost, options: PageOptions = {}): Promise<OfficePage> {
  const { locale = host.locale, html = "", scripts = [] } = options;
  conversations += 1;
  const conversation = `jsdom_${process.pid}_${conversations}`;
  const faults: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error: Error & { readonly detail?: unknown }) =>
    faults.push(error.detail instanceof Error ? String(error.detail.stack) : error.message),
  );
  let open = true;
  const page = new JSDOM(
    `<!doctype html><head><script src="${officeBase}office.js"></script></head><body>${html}</body>`,
    {
      url: `${addInOrigin}/taskpane.html`,
      runScripts: "dangerously",
      resources: new OfficeFiles(),
      pretendToBeVisual: true,
      virtualConsole,
      beforeParse(window) {
        window.name = frameName(conversation, locale, host.runsFunctions);
        // jsdom has no `document.domain`, by which Office.js trusts the page that holds it.
        Object.defineProperty(window.Document.prototype, "domain", { get: () => new URL(addInOrigin).hostname });
        parseQuickly(window);
        const post = (data: string) => {
          if (open) window.dispatchEvent(new window.MessageEvent("message", { data, origin: hostOrigin }));
        };
        const postMessage = (message: string) => {
          try {
            host.receive(message, post);
          } catch (error) {
            // The library would make an internal error of Excel's of it, and hide what happened.
            faults.push(String(error instanceof Error ? error.stack : error));
            throw error;
          }
        };
        Object.defineProperty(window, "parent", { value: { postMessage } });
      },
    },
  );
  const window = page.window as OfficeWindow;
  await new Promise((resolve) => window.addEventListener("load", resolve));
  for (const script of scripts) window.eval(script);
  await window.Office.onReady();
  return {
    window,
    faults,
    close() {
      open = false;
      window.close();
    },
  };
}
