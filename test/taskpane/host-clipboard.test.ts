/**
 * @jest-environment jsdom
 */
import { copyText } from "../../src/taskpane/host";

const give = (writeText: ((text: string) => Promise<void>) | null) =>
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: writeText === null ? undefined : { writeText },
  });
/** What the browser's own « Copier » would take, where it may. */
let selected: string | null = null;
const allow = (mayCopy: boolean) =>
  Object.defineProperty(document, "execCommand", {
    configurable: true,
    value: () => {
      const field = document.activeElement;
      selected = field instanceof HTMLTextAreaElement ? field.value : null;
      return mayCopy;
    },
  });

describe("a text to be copied", () => {
  it("goes to the clipboard", async () => {
    const copied: string[] = [];
    give((text) => Promise.resolve(void copied.push(text)));
    expect(await copyText("détail")).toBe(true);
    expect(copied).toEqual(["détail"]);
  });

  it.each([["refuses", () => Promise.reject(new Error("NotAllowedError"))] as const, ["has none", null] as const])(
    "is selected and copied where the page %s; the focus goes back",
    async (_why, writeText) => {
      give(writeText);
      allow(true);
      document.body.innerHTML = "<button>Copier</button>";
      const button = document.querySelector("button")!;
      button.focus();
      expect(await copyText("détail")).toBe(true);
      expect(selected).toBe("détail");
      expect(document.activeElement).toBe(button);
      expect(document.querySelector("textarea")).toBeNull();
    },
  );

  it("is told not to be where nothing allows it", async () => {
    give(null);
    allow(false);
    expect(await copyText("détail")).toBe(false);
  });
});
