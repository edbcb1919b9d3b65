import { readFile, writeFile } from "node:fs/promises";
import { run, type Folder } from "../cli/run-rebill";
import { linesOf } from "./workbook-lines";

/** The workbook that the command line makes of a file, as lines. Points in error are accepted. */
export async function commandLine(
  folder: Folder,
  bytes: Uint8Array,
  file: string,
  campaign: number,
): Promise<{ readonly bytes: Uint8Array; readonly lines: readonly string[] }> {
  const [input, out] = [folder.file(file), folder.file(`rebilled-${file}`)];
  await writeFile(input, bytes);
  const done = await run(input, "--campaign", String(campaign), "--force", "--overwrite", "--out", out);
  expect(done).toMatchObject({ code: 0, err: [] });
  const made = new Uint8Array(await readFile(out));
  return { bytes: made, lines: await linesOf(made) };
}
