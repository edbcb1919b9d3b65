import type { Frame } from "playwright-core";

/** Somebody without a mouse: Tab, Enter, arrows, and F6 to come back to the pane from the grid. */
export class Keys {
  constructor(private readonly pane: Frame) {}

  /** F6: Excel puts the focus at the top of the pane. */
  async comesToPane(): Promise<void> {
    await this.pane.locator(".skip").first().focus();
  }

  /** Tab, from where the focus is, to what is called so; at the end, F6 and from the top. */
  async reaches(name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (const start of ["here", "top"] as const) {
      if (start === "top") await this.comesToPane();
      const seen = new Set<number>();
      for (;;) {
        const { place, called } = await this.focused();
        if (typeof name === "string" ? called === name : name.test(called)) return;
        if (seen.has(place)) break;
        passed.push(called);
        seen.add(place);
        await this.types("Tab");
      }
    }
    throw new Error(`Tab does not reach ${String(name)}, but:\n${passed.join("\n")}`);
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.reaches(name);
    await this.types("Enter");
  }

  /** Waits for the screen of this title, which takes the focus: what is pressed before would be lost. */
  async arrives(title: string | RegExp): Promise<void> {
    const [source, flags] = typeof title === "string" ? [null, title] : [title.source, title.flags];
    await this.pane.waitForFunction(
      ([pattern, rest]) => {
        const { activeElement } = document;
        if (activeElement?.tagName !== "H1") return false;
        const text = (activeElement as HTMLElement).innerText.replace(/\s+/g, " ").trim();
        return pattern === null ? text === rest : new RegExp(pattern, rest).test(text);
      },
      [source, flags] as const,
    );
  }

  /** Chooses in the list under the focus by its arrows. */
  async chooses(value: string): Promise<void> {
    const current = () => this.pane.evaluate(() => (document.activeElement as HTMLSelectElement).value);
    for (const arrow of ["ArrowDown", "ArrowUp"])
      for (let last: string | null = null; ;) {
        const now = await current();
        if (now === value) return;
        if (now === last) break;
        last = now;
        await this.types(arrow);
      }
    throw new Error(`The list has no ${value}.`);
  }

  types(key: string): Promise<void> {
    return this.pane.page().keyboard.press(key);
  }

  /** What has the focus, as it is called aloud. */
  private focused(): Promise<{ readonly place: number; readonly called: string }> {
    return this.pane.evaluate(() => {
      const element = document.activeElement!;
      const label = (element as HTMLInputElement).labels?.[0]?.innerText;
      const called = (label ?? (element as HTMLElement).innerText).replace(/\s+/g, " ").trim();
      return { place: [...document.querySelectorAll("*")].indexOf(element), called };
    });
  }
}
