import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { HostWorkbook } from "../../host/model";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

/** Standard workstations of Amagney: 10 as its documents were generated, then 12. */
const [place, before, after] = ["D2", 10, 12] as const;

export const updating: Walk = {
  called: "documents out of date, seen as the workbook opens again",
  screens: ["plan", "confirm"],
  async go(locale, take) {
    const school = ["Audeux", "École primaire", 35, 8, 0];
    const first = await openExcel(await smallWorkbook([amagney, school]), "parc.xlsx", { locale });
    expect(first.workbook.cell("Parc", place)).toBe(before);
    await first.person.reads(2014);
    await first.person.generates();

    const later = await HostWorkbook.open(await first.workbook.save(), "parc.xlsx");
    later.type("Parc", place, after);
    const excel = await openExcel(await later.save(), "parc.xlsx", { locale });
    const { person } = excel;
    await person.pane.getByText(person.words.say("pane-campaign-proposed", { year: 2014, journal: "1" })).waitFor();
    await person.button(person.anyCount("pane-act-update")).waitFor();
    // Two workstations more, at 36,86 €.
    expect((await person.text()).replace(/\s/g, " ")).toMatch(locale === "fr-FR" ? /\+73,72 €/ : /\+€73\.72/);
    await take("plan-outdated", excel);
    await person.asksGeneration();
    await take("confirm-update", excel);
  },
};
