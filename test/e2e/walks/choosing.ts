import { settingsMessage } from "../../../src/messages";
import type { SettingsCode } from "../../../src/messages";
import { writeXlsx } from "hucre/xlsx";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

/** A heading that leaves open what it counts, and a commune misspelt twice. */
const inventory = () =>
  writeXlsx({
    sheets: [
      {
        name: "Parc",
        rows: [
          ["Commune", "École", "Effectif", "Postes", "Observations"],
          ["Amagney", "École primaire", 100, 10, ""],
          ["Avane-Aveney", "École maternelle", 50, 3, "deux en panne"],
          ["Avane-Aveney", "École élémentaire", 60, 2, ""],
        ],
      },
    ],
  });

export const choosing: Walk = {
  called: "choices made in the pane, and the settings",
  screens: ["settings", "lecture", "controle"],
  async go(locale, take) {
    const excel = await openExcel(await inventory(), "parc.xlsx", { locale });
    const { workbook, person } = excel;
    const { words, pane } = person;
    await person.reads(2014);
    await person.sees(person.anyCount("pane-confirm-columns"));
    await person.press("pane-meaning-apply", { column: "D" });
    await pane.getByRole("alert").getByText(words.say("pane-meaning-choose")).waitFor();
    await take("lecture-to-confirm", excel);
    await pane
      .getByLabel(words.say("pane-meaning-field", { column: "D", header: "Postes" }))
      .selectOption("POSTE_STD maintenance");
    await person.press("pane-meaning-apply", { column: "D" });
    await pane.getByText(words.say("pane-meaning-chosen")).waitFor();
    await person.press("pane-meaning-change-name", { column: "A", header: "Commune" });
    await take("lecture-changing", excel);

    await person.opensStep("controle");
    await pane.getByRole("button", { name: /Avane-Aveney.*A3/s }).click();
    await person.press("pane-commune-another");
    await person.press("pane-act-aside-open");
    await person.press("pane-commune-apply", { cell: "A3" });
    await pane.getByRole("alert").getByText(words.say("pane-commune-choose")).waitFor();
    await take("controle-choosing", excel);
    await pane.getByRole("checkbox").check();
    await person.press("pane-commune-is", { commune: "Avanne-Aveney", insee: "25036" });
    const choices = pane.getByRole("button", { name: new RegExp(`^${words.say("pane-filter-choices")}`) });
    await choices.click();
    await pane.getByRole("list", { name: words.say("pane-choices-list") }).waitFor();
    await take("controle-choices", excel);

    await pane.getByRole("contentinfo").getByRole("button").click();
    await person.seesCode("pane-settings-title");
    const settings = (code: SettingsCode) => settingsMessage(code, {}, words.language);
    await pane.getByLabel(settings("pane-settings-post")).fill("L’adjointe déléguée");
    await pane.getByRole("button", { name: settings("pane-settings-save"), exact: true }).click();
    await pane.getByText(settings("pane-settings-name-wanted")).waitFor();
    await take("settings", excel);
    await pane.getByRole("button", { name: settings("pane-settings-leave"), exact: true }).click();
    workbook.type("Options Ordiclasse", "B2", "peut-être");
    await pane.getByRole("contentinfo").getByRole("button").click();
    await pane.locator(".refusals").waitFor();
    await take("settings-faulty", excel);
  },
};
