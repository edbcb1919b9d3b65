import { issueMessage, type IssueCode } from "../../../src/messages";
import { townBytes, townFile } from "../../workbook/office/town";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

export const issuing: Walk = {
  called: "PDFs saved, the état marked as issued, then another one billed",
  screens: ["done", "issue", "plan", "confirm", "undo", "stopped"],
  async go(locale, take) {
    const excel = await openExcel(await townBytes({ Beure: 2, Saône: 3 }), townFile, { locale });
    const { page, person, workbook } = excel;
    const { words, pane } = person;
    const tell = (code: IssueCode) => issueMessage(code, {}, words.language);
    await person.reads(2014);
    await person.generates();
    await page.fileSavedBy(() => person.press("pane-pdfs-save"));
    await pane.getByRole("link", { name: /_PDF\.zip/ }).waitFor();
    await take("done-pdfs", excel);

    await person.press("pane-issue-mark");
    await person.seesCode("pane-issue-title");
    await pane.getByLabel(tell("pane-issue-bordereau")).fill("12");
    await person.pressNamed(tell("pane-issue-save"));
    await pane.locator("[aria-invalid=true]:focus").waitFor();
    await take("issue", excel);
    await pane.getByLabel(tell("pane-issue-date")).fill("25/11/2014");
    await person.pressNamed(tell("pane-issue-save"));
    await pane.getByRole("button", { name: words.say("pane-issue-complete") }).waitFor();
    await take("done-issued", excel);

    await person.press("pane-issue-undo");
    await person.seesCode("pane-undo-title");
    await take("undo-issue", excel);
    await person.press("pane-undo-yes");
    await person.seesCode("pane-issue-undone-title");
    await take("stopped-issue-undone", excel);

    await person.press("pane-act-back");
    await person.button(person.anyCount("pane-act-update")).waitFor();
    await take("plan-in-place", excel);
    await person.press("pane-issue-mark");
    await person.seesCode("pane-issue-title");
    await pane.getByLabel(tell("pane-issue-date")).fill("25/11/2014");
    await person.pressNamed(tell("pane-issue-save"));
    await pane.getByRole("button", { name: words.say("pane-issue-complete") }).waitFor();
    workbook.type("Parc", "D2", 15);
    await person.opensStep("controle");
    await person.press("pane-act-reread");
    await person.opensStep("documents");
    await person.button(words.say("pane-issue-rectify")).waitFor();
    await take("plan-other-than-issued", excel);
    await person.asksGeneration();
    await take("confirm-other-than-issued", excel);
  },
};
