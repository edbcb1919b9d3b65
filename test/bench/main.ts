import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureExcel } from "./excel/measure";
import { measureFiles } from "./files";
import { measureLayouts } from "./layouts";
import { measurePage } from "./page";

// `npm run bench [layouts|files|excel|page] [rows…]`; README.md says how to read what it prints.

const parts = {
  layouts: { measure: measureLayouts, sizes: [3_000, 30_000, 100_000] },
  files: { measure: measureFiles, sizes: [3_000, 30_000, 100_000] },
  excel: { measure: measureExcel, sizes: [3_000, 30_000] },
  page: { measure: measurePage, sizes: [100_000] },
};

async function main(asked: readonly string[]): Promise<void> {
  const rows = asked.filter((word) => /^\d+$/.test(word)).map(Number);
  const names = asked.filter((word) => !/^\d+$/.test(word));
  const unknown = names.find((name) => !(name in parts));
  if (unknown !== undefined) throw new Error(`The bench has no part « ${unknown} »: ${Object.keys(parts).join(", ")}.`);
  const folder = mkdtempSync(join(tmpdir(), "ordiclasse-bench-"));
  try {
    for (const [name, { measure, sizes }] of Object.entries(parts))
      if (names.length === 0 || names.includes(name)) await measure(rows.length === 0 ? sizes : rows, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
