import { addInBase } from "../build/built";
import { atDepth, pairs } from "../depth";
import { openPage, useBrowser } from "./open-excel";
import { accessibilityFaults, overflows } from "./pane-checks";

useBrowser();

describe("a page of help, as it was built, at 320 and 900 pixels, light, dark and in forced colours", () => {
  test.each([
    ["guide.html", "Imprimer, faire un PDF"],
    ...atDepth<string[][]>(
      [],
      [
        ["aide.html", "Ordiclasse"],
        ["aide-fonctions.html", "ORDICLASSE.TARIF"],
        ["help-en.html", "Ordiclasse"],
        ["functions-en.html", "ORDICLASSE.TARIF"],
      ],
    ),
  ])("%s fits, and axe finds nothing", async (name, says) => {
    const help = await openPage(`${addInBase}${name}`);
    const document = help.page.mainFrame();
    expect(await document.locator("main").innerText()).toContain(says);
    const colours = ["light", "dark", "forced"] as const;
    for (const [width, colour] of pairs([320, 900], colours)) {
      await help.look({ width, colours: colour });
      expect([width, colour, await overflows(document)]).toEqual([width, colour, []]);
      expect([width, colour, await accessibilityFaults(document)]).toEqual([width, colour, []]);
    }
  });
});
