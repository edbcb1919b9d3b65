import { readingMessage } from "../../../src/messages";
import { townBytes, townFile } from "../../workbook/office/town";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

export const generating: Walk = {
  called: "documents generated, stopped, edited, undone",
  screens: ["plan", "confirm", "generating", "done", "undo", "undoing", "stopped", "edited"],
  async go(locale, take) {
    // The third commune is misspelt: a point that blocks, to be accepted.
    const inventory = await townBytes({ Beure: 2, Saône: 3, Chalezeulle: 4 });
    const excel = await openExcel(inventory, townFile, { locale, jumps: true });
    const { host, answers, workbook, person } = excel;
    await person.reads(2014);
    await person.opensStep("documents");
    await person.button(person.anyCount("pane-act-generate")).click();
    await person.pane.locator("#held").waitFor();
    await take("plan-held-back", excel);
    await person.asksGeneration();
    await take("confirm", excel);

    answers.hold(fewAnswers);
    await person.confirms();
    await person.seesCode("pane-generating-title");
    // Some answer to something else may have been among the few.
    const bar = person.pane.locator("progress[value]");
    const isTold = () =>
      bar.waitFor({ timeout: 200 }).then(
        () => true,
        () => false,
      );
    while (!(await isTold())) answers.letOne();
    await take("generating", excel);
    await person.press("pane-act-cancel");
    await person.pane.getByText(person.words.say("pane-generating-restore")).first().waitFor();
    await take("generating-cancelling", excel);
    answers.release();
    await person.seesCode("pane-cancelled-title");
    await take("stopped-cancelled", excel);

    await person.press("pane-act-close");
    await person.generates();
    await person.pane.locator("summary").click();
    await take("done", excel);
    await person.press("pane-act-undo");
    await person.seesCode("pane-undo-title");
    await take("undo", excel);
    host.failAt(1, { code: 5102, when: "before", forever: true });
    await person.press("pane-undo-yes");
    // The pane tries again, later each time.
    const failed = person.pane.getByRole("heading", { level: 1, name: person.words.say("pane-undo-failed-title") });
    while (!(await failed.isVisible())) await excel.page.passes(1);
    await take("stopped-undo-failed", excel);
    host.mend();
    answers.hold();
    await person.press("pane-act-retry");
    await person.seesCode("pane-undoing-title");
    await take("undoing", excel);
    answers.release();
    await person.seesCode("pane-undone-title");
    await take("stopped-undone", excel);

    await person.press("pane-act-back");
    await person.generates();
    await person.looksAway();
    workbook.type("Titre CAGB", "K60", "Vu, le 26 novembre");
    workbook.type("Récapitulatif", "K2", "À revoir");
    await person.press("pane-act-back");
    await person.pane.getByText(readingMessage("pane-titre-stale", {}, person.words.speech)).waitFor();
    await take("plan-stale", excel);
    await person.press("pane-act-reread");
    await person.asksGeneration();
    await person.confirms();
    await person.sees(person.anyCount("pane-edited-title"));
    await take("edited", excel);
    workbook.sheet("Fiche Beure").isProtected = true;
    await person.press("pane-edited-replace");
    await person.pane.getByRole("alert").getByText("Fiche Beure").waitFor();
    await take("stopped-protected-sheet", excel);
    workbook.sheet("Fiche Beure").isProtected = false;
    host.cellEditing = true;
    await person.press("pane-act-retry");
    await person.seesCode("pane-editing-title");
    await take("stopped-cell-edited", excel);
    host.mend();
    workbook.type("Parc", "D2", 15);
    await person.press("pane-act-continue");
    await person.pane.getByText(person.words.say("pane-changed-title")).waitFor();
    await take("plan-changed", excel);
  },
};

/** Enough for Excel to have been read and for the sheets to be on their way. */
const fewAnswers = 3;
