import { addInOrigin } from "../host";
import { openPage, useBrowser } from "./open-excel";
import { accessibilityFaults, overflows } from "./pane-checks";

jest.setTimeout(120_000);
useBrowser();

describe("a page of help, as it was built, at 320 and 900 pixels, light, dark and in forced colours", () => {
  test.each([
    ["aide.html", "Ordiclasse"],
    ["aide-fonctions.html", "ORDICLASSE.TARIF"],
    ["guide.html", "Imprimer, faire un PDF"],
    ["help-en.html", "Ordiclasse"],
    ["functions-en.html", "ORDICLASSE.TARIF"],
  ])("%s fits, and axe finds nothing", async (name, says) => {
    const help = await openPage(`${addInOrigin}/${name}`);
    const document = help.page.mainFrame();
    expect(await document.locator("main").innerText()).toContain(says);
    for (const width of [320, 900])
      for (const colours of ["light", "dark", "forced"] as const) {
        await help.look({ width, colours });
        expect([width, colours, await overflows(document)]).toEqual([width, colours, []]);
        expect([width, colours, await accessibilityFaults(document)]).toEqual([width, colours, []]);
      }
  });
});
