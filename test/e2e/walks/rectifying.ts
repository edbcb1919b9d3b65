import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { groups } from "../../../src/documents";
import { analysisMessage } from "../../../src/messages";
import { samplePath } from "../../acceptance/samples";
import { run } from "../../cli/run-rebill";
import { HostWorkbook } from "../../host/model";
import { openExcel } from "../open-excel";
import type { Walk } from "./walk";

const sample = "parc-ecoles-2014.xlsx";
const sheet = "Parc 01.11.2014";

export const rectifying: Walk = {
  called: "a statement already issued, corrected",
  screens: ["rectify", "plan"],
  async go(locale, take) {
    const corrected = await HostWorkbook.open(await readFile(samplePath(sample)), sample);
    // More lines than the pane shows.
    for (let row = 7; row < 37; row++) corrected.type(sheet, `E${row}`, String(row));
    const excel = await openExcel(await corrected.save(), sample, { locale });
    const { person } = excel;
    const { language } = person.words;
    await person.reads(2014);
    await person.opensStep("repartition");
    await person.press("pane-act-rectify");
    await person.button(new RegExp(person.words.say("pane-act-back"))).waitFor();
    await take("rectify-to-choose", excel);
    await person.picksFile("emis.xlsx", await issued());
    await person.sees(analysisMessage("pane-rectify-done", {}, language));
    await take("rectify-done", excel);

    await person.opensStep("documents");
    await person.button(person.words.either(groups.rectification)).waitFor();
    await take("plan-rectificatif", excel);
  },
};

/** The sample, issued by the command. */
async function issued(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "issued-"));
  try {
    const out = join(folder, "emis.xlsx");
    await run(samplePath(sample), "--campaign", "2014", "--out", out);
    return new Uint8Array(await readFile(out));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
