import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { formatAmount } from "../../src/money";
import { previewOf } from "../../src/taskpane/state/state";
import { headers } from "../cli/small-workbook";
import { withPart } from "../workbook/files/rich-workbook";
import { generateIt, readIt, savedBytes, sessionOn } from "../workbook/in-page/held-session";
import { errorsIn, faultsOfReconciliations, amountNames, isAmount, open, valueAt } from "./checks";
import { recalculate } from "./convert";

const file = "corrige-2014.xlsx";

/** 10 workstations at Amagney, typed; those of four other schools are counted from them, each by another way; a total. */
const ways = [
  { commune: "Audeux", f: "<f>D2*2</f>" },
  { commune: "Beure", f: "<f>'Mes calculs'!A1</f>" },
  { commune: "Chalezeule", f: "<f>Base+1</f>" },
  { commune: "Gennes", f: "<f>INDIRECT(&quot;D2&quot;)+2</f>" },
  { commune: "Larnod", f: '<f t="array" ref="D7">SUM(D2:D2*{1})+3</f>' },
  { commune: "Nancray", f: "<f>OFFSET(D1,1,0)+4</f>" },
];

async function workbook(): Promise<Uint8Array> {
  const parc: WriteSheet = {
    name: "Parc",
    rows: [
      headers,
      ["Amagney", "École primaire", 100, 10, 0],
      ...ways.map(({ commune }) => [commune, "École primaire", 50, 0, 0]),
      ["Total", null, null, 0, null],
    ],
  };
  const own: WriteSheet = {
    name: "Mes calculs",
    rows: [[30]],
    cells: new Map([["0,0", { value: 30, formula: "Parc!D2*3", formulaResult: 30 }]]),
  };
  const bytes = await writeXlsx({ sheets: [parc, own], namedRanges: [{ name: "Base", range: "Parc!$D$2" }] });
  const formulas = [...ways.map(({ f }) => f), "<f>SUM(D2:D8)</f>"];
  return withPart(bytes, "xl/worksheets/sheet1.xml", (text) =>
    text.replace(/<c r="D(\d+)"[^>]*><v>0<\/v><\/c>/g, (_, row: string) => {
      return `<c r="D${row}">${formulas[Number(row) - 3]!}<v>1</v></c>`;
    }),
  );
}

/** What each formula gives once the 10 workstations of D2 are 12. */
const recalculated = { D3: 24, D4: 36, D5: 13, D6: 14, D7: 15, D8: 16, D9: 12 + 24 + 36 + 13 + 14 + 15 + 16 };

/** Faults of a workbook that was corrected in the page without Excel, saved with its documents, then opened in LibreOffice. */
export async function checkCorrectedInPage(folder: string): Promise<string[]> {
  const page = await sessionOn(await workbook(), file);
  const edited = await page.held.edit([{ sheet: "Parc", row: 1, column: 3, value: 12 }]);
  if (!edited.ok) return ["the cell is not corrected"];
  page.corrected();
  await readIt(page);
  const statement = previewOf(page.session.state)!.statement;
  await generateIt(page);
  const path = join(folder, file);
  writeFileSync(path, await savedBytes(page.held));

  const saved = await open(readFileSync(path), file);
  const computed = await open(recalculate(path), file);
  const own = Object.entries(recalculated).flatMap(([cell, expected]) => {
    const [before, value] = [saved, computed].map((opened) => valueAt(opened, `Parc!${cell}`));
    return [
      ...(before === null ? [] : [`${cell} is saved with the result that it had, ${String(before)}`]),
      ...(value === expected ? [] : [`${cell} gives ${String(value)}, not ${expected}`]),
    ];
  });
  const names = amountNames(computed);
  const amounts = [
    ["ORDICLASSE_TITRE", statement.total],
    ["ORDICLASSE_CAGB", statement.cagb],
    ["ORDICLASSE_COMMUNES", statement.communes],
  ] as const;
  const documents = saved.workbook.generatedSheets;
  return [
    ...own,
    ...amounts.flatMap(([name, amount]) => {
      const value = valueAt(computed, names.get(name)!);
      return isAmount(value, formatAmount(amount))
        ? []
        : [`${name} gives ${String(value)}, not ${formatAmount(amount)}`];
    }),
    ...faultsOfReconciliations(computed, documents.find(({ key }) => key === "controles")!.name),
    ...errorsIn(
      computed,
      documents.map(({ name }) => name),
    ),
  ];
}
