import { readFile } from "node:fs/promises";
import { analysisMessage } from "../../../src/messages";
import type { AnalysisCode } from "../../../src/messages";
import { gridWith } from "../../acceptance/analyses";
import { samplePath } from "../../acceptance/samples";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

const now = "registre-materiel-2015.xlsx";
/** Full of faults, so that what is to be said of the other workbook is seen as well. */
const last = "anomalies-2014.xlsx";

export const analysing: Walk = {
  called: "a campaign compared with another one, and under another tariff",
  screens: ["compare", "simulate", "plan"],
  async go(locale, take) {
    const excel = await openExcel(await readFile(samplePath(now)), now, { locale });
    const { person } = excel;
    const { language } = person.words;
    const tell = (code: AnalysisCode) => analysisMessage(code, {}, language);
    await person.reads(2015);
    await person.opensStep("repartition");
    await person.press("pane-act-compare");
    await person.button(new RegExp(person.words.say("pane-act-back"))).waitFor();
    await take("compare-to-choose", excel);
    await person.picksFile(last, await readFile(samplePath(last)));
    await person.sees(analysisMessage("pane-compare-done", { year: 2014 }, language));
    await take("compare-done", excel);

    const write = analysisMessage("pane-comment-write", { commune: "" }, language).trim();
    await person
      .button(new RegExp(`^${write} `))
      .first()
      .click();
    const field = person.pane.getByRole("textbox");
    await field.fill("Deux classes de moins à la rentrée : huit postes et deux imprimantes rendus à la Ville.");
    await take("compare-commenting", excel);
    await person.pressNamed(analysisMessage("pane-comment-save", {}, language));
    const change = analysisMessage("pane-comment-change", { commune: "" }, language).trim();
    await person.pane.locator(":focus", { hasText: change }).waitFor();
    await take("compare-commented", excel);

    await person.opensStep("repartition");
    await person.press("pane-act-simulate");
    await person.pane.getByText(tell("pane-simulate-band")).waitFor();
    await take("simulate-to-type", excel);
    const workstation = person.pane.getByRole("textbox", { name: /Poste client standard Maintenance/ });
    await workstation.fill(language === "fr" ? "38,5" : "38.5");
    await workstation.press("Enter");
    await person.pane.getByText(tell("pane-simulate-leave")).waitFor();
    await take("simulate-typed", excel);
    const portal = person.pane.getByRole("textbox", { name: /Portail/ });
    await portal.fill("5,2O");
    await portal.press("Tab");
    await person.pane.getByRole("alert").waitFor();
    await take("simulate-unreadable", excel);
    const grid = gridWith({ POSTE_STD: { cagb: null, commune: "38.50" } });
    await person.picksFile("projet.json", new TextEncoder().encode(JSON.stringify(grid)));
    await person.pane.getByText("projet.json").waitFor();
    await take("simulate-done", excel);

    await person.opensStep("documents");
    await person.pane.getByRole("checkbox").waitFor();
    await take("plan-analyses", excel);
  },
};
