import { markIssued } from "../billing";
import { commandMessage, failure, success } from "../messages";
import { saveFilesSafely, writeInto, type FileToSave } from "../workbook";
import type { IssueArguments } from "./arguments";
import { faultOfExtension, faultOfPaths } from "./paths";
import { openInputs, type Reading } from "./read-files";
import { readIssueFile } from "./read-issue";

/** What marking an état wrote, as the lines that tell it. */
type Told = readonly string[];

/**
 * Marks the état of a generated workbook as issued: the workbook again, whose Journal alone has one more row. `when`: date
 * and time of the place.
 */
export async function issue(asked: IssueArguments, when: string): Promise<Reading<Told>> {
  const { input, out, issued, overwrite, language } = asked;
  const fault = await faultOfPaths({ inputs: [input], out, options: issued, overwrite });
  if (fault !== null) return failure([fault]);
  const note = await readIssueFile(issued);
  if (!note.ok) return note;
  const opened = await openInputs([input], () => undefined);
  if (!opened.ok) return opened;
  const workbook = opened.value[0]!;
  const misnamed = faultOfExtension(out, workbook);
  if (misnamed !== null) return failure([misnamed]);
  const marked = markIssued(workbook, note.value, when);
  if (!marked.ok) return marked;
  const written = await writeInto(workbook, [marked.value.journal]);
  if (!written.ok) return failure([written.anomaly]);
  const file: FileToSave = { path: out, bytes: written.bytes };
  const saved = await saveFilesSafely([file], { overwrite });
  if (!saved.ok) return failure([saved.anomaly]);
  const { number, version } = marked.value.state;
  const { campaign } = marked.value;
  const changed = workbook.anomalies.filter(({ code }) => code === "journal-changed" || code === "document-changed");
  return success([
    commandMessage("cli-issued", { number, version, campaign }, language),
    ...changed.map(({ code, params }) => commandMessage(code, params, language)),
    commandMessage("cli-wrote-out", { path: out }, language),
  ]);
}
