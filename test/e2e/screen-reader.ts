import type { Locator, Page } from "playwright-core";

type Role = Parameters<Page["getByRole"]>[0];

/** Milliseconds for which something is waited for, on a slow machine. */
const patience = 60_000;

/**
 * Somebody who hears a page: finds things by their role and their name alone, presses them with the keyboard, and knows
 * of what changes elsewhere only what a live region announces.
 */
export class ScreenReader {
  private constructor(private readonly page: Page) {}

  static async at(page: Page): Promise<ScreenReader> {
    await page.evaluate(listen);
    return new ScreenReader(page);
  }

  /** Moves to the only thing of this role and name, and presses Enter, or Space on what is ticked. */
  async presses(role: Role, name: string | RegExp, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.thing(role, name).focus();
    await this.types(key);
  }

  types(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  thing(role: Role, name: string | RegExp): Locator {
    return this.page.getByRole(role, { name, exact: typeof name === "string" });
  }

  /** The role and the name of what has the focus; of a grid, those of its active cell. */
  async focused(): Promise<string> {
    const session = await this.page.context().newCDPSession(this.page);
    const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { readonly nodes: readonly Node[] };
    await session.detach();
    const holder = nodes.find(
      (node) => node.role?.value !== "RootWebArea" && property(node, "focused")?.value === true,
    );
    const [active] = (holder && property(holder, "activedescendant")?.relatedNodes) ?? [];
    const shown =
      active === undefined ? holder : nodes.find((node) => node.backendDOMNodeId === active.backendDOMNodeId);
    return `${shown?.role?.value ?? "nothing"} ${shown?.name?.value ?? ""}`.replace(/\s+/g, " ").trim();
  }

  /** Waits until the focus is on what is announced so. */
  async arrives(announced: string | RegExp): Promise<void> {
    for (const until = performance.now() + patience; ;) {
      const now = await this.focused();
      if (typeof announced === "string" ? now === announced : announced.test(now)) return;
      if (performance.now() > until) throw new Error(`The focus is on « ${now} », not ${String(announced)}.`);
    }
  }

  /** Waits until a live region announces it, since the last thing that was heard. */
  async hears(text: string | RegExp): Promise<void> {
    const [source, flags] = typeof text === "string" ? [null, text] : [text.source, text.flags];
    await this.page
      .waitForFunction(
        ([pattern, rest]) => {
          const { announced } = window as unknown as Listening;
          const at = announced.findIndex((one) =>
            pattern === null ? one.includes(rest) : new RegExp(pattern, rest).test(one),
          );
          if (at >= 0) announced.splice(0, at + 1);
          return at >= 0;
        },
        [source, flags] as const,
        { timeout: patience },
      )
      .catch(async (error: Error) => {
        const heard = await this.page.evaluate(() => (window as unknown as Listening).announced);
        throw new Error(`${String(text)} is not announced, but:\n${heard.join("\n")}\n${error.message}`);
      });
  }

  /** The lines of the tree of what can be acted on or gone to, and has no name to be announced by. */
  async nameless(): Promise<string[]> {
    const tree = await this.page.locator("body").ariaSnapshot();
    return tree.split("\n").filter((line) => namedRoles.test(line));
  }
}

const namedRoles =
  /^\s*- (?:button|link|textbox|searchbox|combobox|checkbox|radio|grid|region|navigation|separator)\b(?! ")/;

interface Node {
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: PropertyValue }[];
}

interface PropertyValue {
  readonly value?: unknown;
  readonly relatedNodes?: readonly { readonly backendDOMNodeId: number }[];
}

const property = (node: Node, name: string) => node.properties?.find((one) => one.name === name)?.value;

interface Listening {
  announced: string[];
}

/**
 * Keeps what the live regions of the page announce: a change of text in one that was there before, and an alert that
 * comes with its text. Screen readers pass over a status that comes with its text.
 */
function listen(): void {
  const regions = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"], output';
  const heard: string[] = [];
  const textOf = (region: Element) => (region as HTMLElement).innerText.replace(/\s+/g, " ").trim();
  const known = new Map<Element, string>();
  const follow = () => {
    for (const region of document.querySelectorAll(regions)) {
      const text = textOf(region);
      const before = known.get(region);
      known.set(region, text);
      const isAnnounced = before === undefined ? region.getAttribute("role") === "alert" : before !== text;
      if (isAnnounced && text !== "" && region.getAttribute("aria-live") !== "off") heard.push(text);
    }
    for (const region of known.keys()) if (!region.isConnected) known.delete(region);
  };
  follow();
  new MutationObserver(follow).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { announced: heard } satisfies Listening);
}
