import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../cli/run-rebill";
import { samplePath } from "./samples";

/**
 * The campaign of a sample, which is in its name, issued once for all tests of the file; gives the path of a file beside it,
 * `emis.xlsx` being what was issued.
 */
export function issuedOnce(sample: string): (name: string) => string {
  let folder = "";
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "issued-"));
    const asked = [samplePath(`${sample}.xlsx`), "--campaign", sample.slice(-4), "--out", file("emis.xlsx")];
    expect((await run(...asked)).code).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return file;
}
