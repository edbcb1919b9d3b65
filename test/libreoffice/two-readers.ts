import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { samplePath, samples } from "../acceptance/samples";
import { atDepth } from "../depth";
import { composeSeed } from "../fuzz/habits/compose";
import { render } from "../fuzz/habits/render";
import { differencesOf } from "../workbook/files/second-reader";
import { convertAll } from "./convert";

/** What our reader and another one read differently of the samples and of workbooks drawn at random, saved as .xls and as .ods. */
export async function checkTwoReaders(folder: string): Promise<string[]> {
  const paths = [...samples.map((name) => samplePath(`${name}.xlsx`)), ...(await drawn(folder, atDepth(10, 100)))];
  const faults: string[] = [];
  for (const format of ["xls", "ods"] as const)
    for (const [index, bytes] of convertAll(paths, format).entries())
      for (const said of (await differencesOf(bytes, `lu.${format}`)).slice(0, 3))
        faults.push(`${paths[index]!} as .${format}: ${said}`);
  return faults;
}

async function drawn(folder: string, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let seed = 1; seed <= count; seed++)
    for (const [index, { bytes }] of (await render(composeSeed(seed).drawing)).files.entries()) {
      const path = join(folder, `drawn-${seed}-${index}.xlsx`);
      writeFileSync(path, bytes);
      paths.push(path);
    }
  return paths;
}
