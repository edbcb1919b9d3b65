import { writeXlsx } from "hucre/xlsx";
import { amagney, smallWorkbook, tarifsSheet } from "../../cli/small-workbook";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

export const headcountsElsewhere: Walk = {
  called: "headcounts in another workbook",
  screens: ["headcounts", "lecture", "controle", "commune"],
  async go(locale, take) {
    const school = ["Amagney", "École primaire"];
    const excel = await openExcel(
      await writeXlsx({
        sheets: [
          {
            name: "Parc",
            rows: [
              ["Commune", "École", "Postes clients standard"],
              [...school, 10],
            ],
          },
        ],
      }),
      "parc.xlsx",
      { locale },
    );
    const { person } = excel;
    await person.reads(2014);
    await person.seesCode("pane-headcounts-title");
    await take("headcounts", excel);
    await person.picksFile("effectifs-rentree-2014.xlsx", new TextEncoder().encode("no workbook"));
    await person.pane.locator(".trouble").waitFor();
    await take("headcounts-bad-file", excel);

    const pupils = [...Array(30)].map((_, at) => [...school, `NOM ${at}`, "Prénom", `123456789${at}`, "CP"]);
    const list = [["Commune", "École", "Nom élève", "Prénom élève", "INE", "Niveau"], ...pupils];
    await person.picksFile("effectifs-rentree-2014.xlsx", await writeXlsx({ sheets: [{ name: "ONDE", rows: list }] }));
    await person.pane.getByText(person.words.say("pane-pupils-title")).waitFor();
    await take("controle-pupils", excel);
    await person.opensStep("lecture");
    await person.pane.getByText(person.words.say("pane-files-title")).waitFor();
    await take("lecture-other-file", excel);
    await person.opensStep("repartition");
    await person.pane.getByRole("button", { name: "Amagney" }).click();
    await person.sees("Amagney");
    await take("commune-other-file", excel);
  },
};

export const refusals: Walk = {
  called: "what cannot be billed, or written",
  screens: ["refused", "plan", "stopped", "unusable"],
  async go(locale, take) {
    const untariffed = await openExcel(await smallWorkbook([amagney], [tarifsSheet(36.86)]), "parc.xlsx", { locale });
    await untariffed.person.asksReading(2014);
    await untariffed.person.seesCode("pane-refused-no-tariff");
    await take("refused-no-tariff", untariffed);
    const faulty = await openExcel(await smallWorkbook([amagney], [tarifsSheet("cher")]), "parc.xlsx", { locale });
    await faulty.person.asksReading(2014);
    await faulty.person.sees(faulty.person.anyCount("pane-refused-title"));
    await take("refused-faulty-tariff", faulty);

    const readOnly = await openExcel(await smallWorkbook(), "parc.xlsx", { locale, readOnly: true });
    await readOnly.person.reads(2014);
    await readOnly.person.opensStep("documents");
    await readOnly.person.pane.getByText(readOnly.person.words.say("pane-read-only")).waitFor();
    await take("plan-read-only", readOnly);
    const locked = await openExcel(await smallWorkbook(), "parc.xlsx", { locale });
    locked.workbook.book.isProtected = true;
    await locked.person.reads(2014);
    await locked.person.asksGeneration();
    await locked.person.confirms();
    await locked.person.seesCode("pane-failed-title");
    await take("stopped-protected-workbook", locked);

    const old = await openExcel(await smallWorkbook(), "parc.xlsx", { locale, apiSets: { ExcelApi: "1.13" } });
    await old.person.seesCode("pane-old-title");
    await take("unusable-old", old);
  },
};
