import { parseCellName } from "../../../src/cells";
import { explainMessage } from "../../../src/messages";
import { openSample } from "../open-excel";
import type { Walk } from "./walk";

export const explaining: Walk = {
  called: "cells explained, of an inventory and of its documents",
  screens: ["explanation"],
  async go(locale, take) {
    const excel = await openSample("anomalies-2014", { locale });
    const { host, workbook, person } = excel;
    const choose = (sheet: string, cell: string) => {
      const { row, column } = parseCellName(cell)!;
      workbook.book.select({ sheet: workbook.sheet(sheet), top: row, left: column, bottom: row, right: column });
    };
    const explain = async (sheet: string, cell: string, by = () => host.runCommand("expliquer")) => {
      choose(sheet, cell);
      await by();
      await person.sees(explainMessage("pane-explain-title", { sheet, cell }, person.words.language));
    };
    await person.reads(2014);
    await explain("Inventaire 2014", "B4");
    await take("explanation-row", excel);
    // The pane goes on to what is chosen next.
    await explain("Inventaire 2014", "F9", async () => {
      host.raiseSelectionChanged(workbook.sheet("Inventaire 2014").id, "F9");
    });
    await take("explanation-not-billed", excel);
    await explain("Inventaire 2014", "A1");
    await take("explanation-nothing", excel);
    await person.generates();
    await explain("Inventaire 2014", "F4");
    await take("explanation-cell", excel);
    await explain("Répartition", "L7");
    await take("explanation-sum", excel);
  },
};
