import { writeXlsx } from "hucre/xlsx";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

export const firstSteps: Walk = {
  called: "a workbook without an inventory",
  screens: ["welcome", "unread", "reading", "unreadable", "refused"],
  async go(locale, take) {
    const canteen = await writeXlsx({
      sheets: [
        { name: "Menus de la cantine", rows: [["Menu", "Prix"]] },
        { name: "Vide", rows: [] },
      ],
    });
    const excel = await openExcel(canteen, "Classeur1.xlsx", { locale, jumps: true });
    const { host, answers, person } = excel;
    await person.seesCode("pane-welcome-title");
    await take("welcome", excel);
    await person.press("pane-act-read");
    await person.pane.getByRole("alert").waitFor();
    await take("welcome-campaign-wanted", excel);
    await person.opensStep("documents");
    await person.seesCode("pane-unread-title");
    await take("unread", excel);

    await person.choosesCampaign(2014);
    answers.hold();
    await person.press("pane-act-read");
    await person.seesCode("pane-reading-title");
    // A reading that lasts offers to be left.
    await excel.page.passes(10);
    await person.button(person.words.say("pane-act-cancel")).waitFor();
    await take("reading", excel);
    answers.release();
    await person.seesCode("pane-refused-no-inventory");
    await person.pane.locator("summary").click();
    await take("refused-no-inventory", excel);
    await person.press("pane-act-template");
    await person.pane.getByRole("status").getByText("Inventaire").waitFor();
    await take("refused-template-added", excel);

    host.cellEditing = true;
    await person.press("pane-act-reread");
    await person.seesCode("pane-editing-title");
    await take("unreadable", excel);
    host.mend();
  },
};
