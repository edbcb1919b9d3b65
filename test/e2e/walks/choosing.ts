import { readingMessage, settingsMessage } from "../../../src/messages";
import type { ReadingCode, SettingsCode } from "../../../src/messages";
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
    const tell = (code: ReadingCode, params: Readonly<Record<string, string | number>> = {}) =>
      readingMessage(code, params, words.language);
    await pane.locator(".asked").waitFor();
    await take("lecture-asked", excel);
    await pane.locator(".asked button").click();
    const apply = tell("pane-say-apply-column", { letter: "D" });
    await person.pressNamed(apply);
    await pane.getByRole("alert").getByText(tell("pane-say-choose")).waitFor();
    await take("controle-column-asked", excel);
    await pane
      .getByLabel(tell("pane-say-column-titled", { letter: "D", text: "Postes" }))
      .selectOption("POSTE_STD maintenance");
    await pane.locator(".effect", { hasText: "→" }).waitFor();
    await take("controle-column-weighed", excel);
    await person.pressNamed(apply);
    await pane.locator(".settled").waitFor();
    await take("controle-settled", excel);
    await person.opensStep("lecture");
    await pane.locator(".tables button").first().click();
    await pane.locator(".columns").first().waitFor();
    await person.pressNamed(tell("pane-table-kind-change-name"));
    // Every answer has its effect.
    await pane.locator(".answers .amount", { hasText: "€" }).nth(3).waitFor();
    await take("lecture-table", excel);
    await person.press("pane-meaning-change-name", { column: "A", header: "Commune" });
    await person.sees(tell("pane-ask-column", { letter: "A", text: "Commune" }));
    await take("lecture-column", excel);

    await person.opensStep("controle");
    // Already open, as the next point after the answer.
    await pane.getByRole("button", { name: /Avane-Aveney.*A3/s, expanded: true }).waitFor();
    await person.press("pane-commune-another");
    await person.press("pane-act-aside-open");
    await person.press("pane-commune-apply", { cell: "A3" });
    await pane.getByRole("alert").getByText(words.say("pane-commune-choose")).waitFor();
    await take("controle-choosing", excel);
    await pane.getByRole("checkbox").check();
    await person.press("pane-commune-is", { commune: "Avanne-Aveney", insee: "25036" });
    // All the choices made, so that the first of them is that of the commune.
    const choices = pane.getByRole("button", { name: new RegExp(`^${words.say("pane-filter-choices")}\\s*3`) });
    await choices.click();
    await pane.getByRole("list", { name: words.say("pane-choices-list") }).waitFor();
    await pane
      .getByRole("button", { name: new RegExp(`^${tell("pane-choice-remove")}`) })
      .first()
      .click();
    await pane.locator(".choices [role=status]", { hasText: "€" }).waitFor();
    await take("controle-choices", excel);

    await pane.getByRole("contentinfo").getByRole("button").click();
    await person.seesCode("pane-settings-title");
    const settings = (code: SettingsCode) => settingsMessage(code, {}, words.language);
    const particulars = pane.locator("summary");
    await particulars.click();
    await pane.getByLabel(settings("pane-settings-post")).fill("L’adjointe déléguée");
    await pane.getByLabel(settings("pane-particular-creditor-siret")).fill("212 500 565 00017");
    await pane
      .getByLabel(settings("pane-particular-debtor-address"))
      .fill("4 rue Gabriel-Plançon, 25043 Besançon Cedex");
    // Folded again: what is wrong there unfolds it.
    await particulars.click();
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
