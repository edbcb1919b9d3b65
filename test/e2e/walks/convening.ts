import { townBytes, townFile } from "../../workbook/office/town";
import { openExcel } from "../open-excel";
import { ConventionWriter } from "../written-convention";
import type { Walk } from "./walk";

export const convening: Walk = {
  called: "a convention written from nothing, its preview, its sheets written, then taken back",
  screens: ["convention"],
  async go(locale, take) {
    const excel = await openExcel(await townBytes({ Beure: 2 }), townFile, { locale });
    const { pane, words } = excel.person;
    const writer = new ConventionWriter(pane, words.language);
    await writer.opens();
    await writer.saysTerms();
    await take("convention-to-fill", excel);
    await writer.pastesPrestations();
    await writer.takes(["Autun", "71014"], ["Curgy", "71162"]);
    await pane.getByRole("button", { name: "Curgy", exact: true }).click();
    await pane.locator(".fiche").getByText("285,00 €").first().waitFor();
    await take("convention-preview", excel);
    await writer.writes();
    await take("convention-written", excel);
    await writer.press("pane-convention-write");
    await pane.getByRole("button", { name: writer.say("pane-convention-replace-yes") }).waitFor();
    await take("convention-replacing", excel);
    await writer.press("pane-convention-replace-no");
    await writer.press("pane-convention-take-back");
    await pane.getByText(writer.say("pane-convention-taken-back")).waitFor();
    await writer.press("pane-convention-paste-members");
    await take("convention-taken-back", excel);
  },
};
