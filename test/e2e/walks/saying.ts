import { readingMessage } from "../../../src/messages";
import type { ReadingCode } from "../../../src/messages";
import { writeXlsx } from "hucre/xlsx";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

const communes = [
  "Amagney",
  "Beure",
  "Boussières",
  "Busy",
  "Chalèze",
  "Chalezeule",
  "Deluz",
  "Franois",
  "Grandfontaine",
  "Miserey-Salines",
  "Montfaucon",
  "Nancray",
  "Novillars",
];

/** A tab for each commune, one of which has a column more; rows of an unknown nature; a school twice; too many workstations. */
const inventory = () =>
  writeXlsx({
    sheets: [
      ...communes.map((name, at) => ({
        name,
        rows: [
          [`Commune de ${name}`],
          ["École", "Effectif", "Postes clients standard", ...(at === 2 ? ["TBI"] : [])],
          ["École primaire", 40 + at, at === 4 ? 368 : 2 + at, ...(at === 2 ? [1] : [])],
          ...(at === 0 ? [["École primaire", 40, 3]] : []),
        ],
      })),
      {
        name: "Suivi",
        rows: [
          ["Commune", "École", "Prestation", "Nature", "Quantité"],
          ["Pirey", "Les Vergers", "Poste client standard", "Maintenance", 10],
          ["Pirey", "Les Vergers", "Poste client standard", "Renfort", 5],
          ["Pirey", "Le Bourg", "Poste client standard", "Renfort", 2],
          ["Thise", "Centre", "Poste client standard", "Renfort", 1],
        ],
      },
      { name: "Notes", rows: [["Relevé n°", 12]] },
    ],
  });

export const saying: Walk = {
  called: "what is said once for all its cells",
  screens: ["controle", "lecture"],
  async go(locale, take) {
    const excel = await openExcel(await inventory(), "parc.xlsx", { locale });
    const { workbook, person } = excel;
    const { words, pane } = person;
    const tell = (code: ReadingCode, params: Readonly<Record<string, string | number>> = {}) =>
      readingMessage(code, params, words.language);
    const head = (name: RegExp) => pane.locator(".point-head").filter({ hasText: name });
    await person.reads(2014);
    await person.opensStep("controle");
    await pane.locator(".points").waitFor();
    await take("controle-by-cause", excel);

    await head(/Renfort/).click();
    await pane.locator(".answers .amount", { hasText: "€" }).nth(2).waitFor();
    await person.pressNamed(tell("pane-walk-next"));
    await pane.getByText("Le Bourg").first().waitFor();
    await pane.locator(".answers input").first().check();
    await pane.locator(".effect", { hasText: "→" }).waitFor();
    await take("controle-word-said", excel);
    await person.pressNamed(tell("pane-say-apply-rows-other", { count: 3 }));
    await pane.locator(".settled").waitFor();

    await head(/École primaire/)
      .first()
      .click();
    await pane.locator(".answers .amount", { hasText: "€" }).nth(1).waitFor();
    await take("controle-repeated", excel);
    await head(/368/).first().click();
    await pane.getByRole("button", { name: /368.*€/ }).waitFor();
    await take("controle-implausible", excel);

    await person.opensStep("lecture");
    await pane.locator(".family").waitFor();
    await pane.locator(".family summary").click();
    await take("lecture-tabs", excel);
    await pane.locator(".family .tables button").first().click();
    await pane.locator(".columns").first().waitFor();
    await take("lecture-of-a-tab", excel);
    await person.press("pane-meaning-change-name", { column: "C", header: "Postes clients standard" });
    await person.sees(tell("pane-ask-column", { letter: "C", text: "Postes clients standard" }));
    const field = pane.getByRole("combobox", { name: /Postes clients standard/ });
    await field.selectOption("POSTE_SPEC maintenance");
    await person.pressNamed(tell("pane-say-apply-column", { letter: "C" }));
    await pane.locator(".settled:focus").waitFor();

    workbook.type(communes[0]!, "C2", "Machines");
    await person.opensStep("controle");
    await person.press("pane-act-reread");
    await head(/Machines|Postes clients standard/)
      .first()
      .waitFor();
    await pane.getByRole("button", { name: new RegExp(`^${words.say("pane-filter-choices")}`) }).click();
    await pane.getByText(tell("pane-choice-redo"), { exact: true }).waitFor();
    await take("controle-choice-moved", excel);
  },
};
