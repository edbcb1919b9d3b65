// Bills every sample with the built command, has LibreOffice recalculate what comes out, and compares it all with what is
// expected, printed pages too. Needs `npm run build` before, LibreOffice Calc and poppler.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectedOf, faultsOfSample, samplePath, samples } from "../acceptance/samples";
import type { Amounts } from "../acceptance/samples";
import { checkAnalyses } from "./analyses";
import {
  amountNames,
  changesOfRerun,
  changesOfUserParts,
  changesOfUserValues,
  errorsIn,
  faultsOfAmounts,
  faultsOfReconciliations,
  faultsOfVerification,
  isAmount,
  open,
  ownFunctionsIn,
  valueAt,
} from "./checks";
import type { Opened } from "./checks";
import { printToPdf, recalculate } from "./convert";
import { checkCorrectedInPage } from "./corrected-in-page";
import { faultsOfPages, pagesOf } from "./printed-pages";
import { checkHandEdits } from "./hand-edits";
import { rebill, requireFreshBuild } from "./shipped";
import { wholeAgglomeration } from "./whole-agglomeration";
import { checkTwoReaders } from "./two-readers";
import { userSheet, withUserFormulas } from "./user-formulas";

requireFreshBuild();
const folder = mkdtempSync(join(tmpdir(), "ordiclasse-"));

/** Faults of one sample, none where all is as it should be. */
async function check(name: string, expected: Amounts): Promise<string[]> {
  const file = `${name}.xlsx`;
  const [first, plain, again, second] = ["1", "2", "3", "4"].map((run) => {
    mkdirSync(join(folder, name, run), { recursive: true });
    // One file name throughout: documents show where rows come from.
    return join(folder, name, run, file);
  }) as [string, string, string, string];

  const input = await open(readFileSync(samplePath(file)), file);
  rebill(samplePath(file), name, first);
  const out = await open(readFileSync(first), file);
  const computed = await open(recalculate(first), file);
  const generated = out.workbook.generatedSheets.map((sheet) => sheet.name);
  const controles = out.workbook.generatedSheets.find(({ key }) => key === "controles")!.name;

  rebill(first, name, plain);
  const rerun = await open(readFileSync(plain), file);

  // A sheet of the user's own more: « Contrôles » accounts for its numbers too.
  const formulas = userFormulas(out, expected);
  writeFileSync(again, withUserFormulas(out.bytes, [...formulas.keys()]));
  rebill(again, name, second);
  const recomputed = await open(recalculate(second), file);

  return [
    ...faultsOfAmounts(computed, expected),
    ...faultsOfReconciliations(computed, controles),
    ...faultsOfVerification(computed),
    ...errorsIn(computed, generated),
    ...ownFunctionsIn(out),
    ...changesOfUserParts(input, out),
    ...changesOfUserValues(input, computed),
    ...changesOfRerun(out, rerun).map((fault) => `second run: ${fault}`),
    ...changesOfUserParts(input, rerun).map((fault) => `second run: ${fault}`),
    ...faultsOfAmounts(recomputed, expected).map((fault) => `second run: ${fault}`),
    ...[...formulas].flatMap(([formula, amount], row) => {
      const value = valueAt(recomputed, `'${userSheet}'!A${row + 1}`);
      return isAmount(value, amount) ? [] : [`a user's =${formula} gives ${String(value)}, not ${amount}`];
    }),
  ];
}

/** Formulas that a user may write over our sheets, by name and by cell, and what they must give. */
function userFormulas(out: Opened, expected: Amounts): Map<string, string> {
  const names = amountNames(out);
  const communes = Object.entries(expected.byCommune).slice(0, 3);
  return new Map([
    ["ORDICLASSE_TITRE", expected.total],
    [names.get("ORDICLASSE_TITRE")!, expected.total],
    [names.get("ORDICLASSE_COMMUNES")!, expected.communes],
    ...communes.map(([insee, { due }]) => [names.get(`ORDICLASSE_DU_${insee}`)!, due] as const),
  ]);
}

/** What LibreOffice prints, « Fiches (impression) » with it: its pages, and their faults. */
async function print(name: string, input: string): Promise<{ readonly pages: string[]; readonly faults: string[] }> {
  const out = join(folder, `${name}-print.xlsx`);
  const options = join(folder, "print.json");
  writeFileSync(options, JSON.stringify({ printableFiches: true }));
  rebill(input, name, out, "--options", options);
  const opened = await open(readFileSync(out), `${name}.xlsx`);
  const pages = pagesOf(printToPdf(out));
  return { pages, faults: faultsOfPages(opened, pages) };
}

/** One page a commune, for the 59 that the agglomeration had. */
async function checkWholeAgglomeration(): Promise<string[]> {
  const [name, path] = ["59-communes-2014", join(folder, "59-communes-2014.xlsx")];
  writeFileSync(path, await wholeAgglomeration());
  const { pages, faults } = await print(name, path);
  const fiches = pages.filter((page) => /Ordiclasse\s+Fiches des communes\s*$/m.test(page)).length;
  return fiches === 59 ? faults : [...faults, `59 fiches are printed on ${fiches} pages`];
}

function report(name: string, faults: readonly string[]): void {
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${name}`);
  for (const fault of faults.slice(0, 20)) console.log(`       ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

try {
  const all = [
    ...samples.map((name) => ({ name, expected: expectedOf(name) })),
    { name: "anomalies-2014", expected: faultsOfSample().amounts },
  ];
  for (const { name, expected } of all) {
    const { faults } = await print(name, samplePath(`${name}.xlsx`));
    report(name, [...(await check(name, expected)), ...faults]);
  }
  report("59 communes, printed", await checkWholeAgglomeration());
  report("corrected in the page without Excel", await checkCorrectedInPage(folder));
  report("numbers typed over by hand", await checkHandEdits(folder));
  report("comparison, simulation, rectificatif", await checkAnalyses(folder));
  report(".xls and .ods, by two readers", await checkTwoReaders(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
