import { readingMessage } from "../../../src/messages";
import { openSample } from "../open-excel";
import type { Walk } from "./walk";

export const checking: Walk = {
  called: "an inventory full of faults, read and checked",
  screens: ["lecture", "controle", "repartition", "commune"],
  async go(locale, take) {
    const excel = await openSample("anomalies-2014", { locale });
    const { host, workbook, person } = excel;
    await person.reads(2014);
    await take("controle", excel);
    await person.pane.getByRole("button", { name: /Chalezeulle.*A5/s }).click();
    await person.button(person.words.say("pane-act-goto", { cell: "A5" })).waitFor();
    await take("controle-point-open", excel);
    host.cellEditing = true;
    await person.press("pane-act-goto", { cell: "A5" });
    await person.pane.locator(".trouble").waitFor();
    await take("controle-trouble", excel);
    host.mend();
    await person.looksAway();
    workbook.type("Inventaire 2014", "A5", "Chalezeule");
    await person.pane.getByText(person.words.say("pane-chip-stale"), { exact: true }).first().waitFor();
    await take("controle-stale", excel);
    await person.opensStep("lecture");
    await person.pane.locator(".numbers").waitFor();
    await take("lecture", excel);
    await person.opensStep("repartition");
    await person.seesCode("pane-split-title", { year: 2014 });
    await take("repartition-provisional", excel);
    await person.pane.getByRole("button", { name: "Amagney" }).click();
    await person.sees("Amagney");
    await take("commune", excel);
  },
};

export const soundInventory: Walk = {
  called: "an inventory where nothing is wrong",
  screens: ["controle", "lecture", "repartition", "plan"],
  async go(locale, take) {
    const excel = await openSample("parc-ecoles-2014", { locale });
    const { person } = excel;
    await person.reads(2014);
    await person.seesCode("pane-points-none");
    await take("controle-nothing-wrong", excel);
    await person.opensStep("lecture");
    await person.sees(readingMessage("pane-read-nothing-to-ask", {}, person.words.language));
    for (const fold of await person.pane.locator("summary").all()) await fold.click();
    await take("lecture-sound", excel);
    await person.opensStep("repartition");
    await person.seesCode("pane-split-title", { year: 2014 });
    await take("repartition", excel);
    await person.pane.getByRole("searchbox").fill("Strasbourg");
    await person.pane
      .getByText(readingMessage("pane-search-none", { search: "Strasbourg" }, person.words.speech))
      .waitFor();
    await take("repartition-not-found", excel);
    await person.opensStep("documents");
    await person.sees(person.anyCount("pane-plan-title"));
    await person.pane.locator("summary").click();
    await take("plan", excel);
  },
};
