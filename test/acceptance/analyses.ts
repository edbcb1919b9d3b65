import { readFile, writeFile } from "node:fs/promises";
import { Decimal } from "decimal.js";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";
import voted from "../../src/tariff/conventions/2014/grid.json";
import { withPart } from "../workbook/files/rich-workbook";
import { samplePath } from "./samples";
import { tarifsTitles } from "../tarifs-titles";

interface Prices {
  readonly cagb: string | null;
  readonly commune: string | null;
}

/** A row of a grid as data. */
export interface GridRow {
  readonly code: string;
  readonly prestation: string;
  readonly unit: string;
  readonly installation: Prices;
  readonly maintenance: Prices;
}

const ofPayers = ({ debtor, member }: { readonly debtor: string | null; readonly member: string | null }): Prices => ({
  cagb: debtor,
  commune: member,
});

/** The voted grid with other prices and other rows. */
export function gridWith(maintenance: Readonly<Record<string, Prices>>, more: readonly GridRow[] = []) {
  const rows = voted.rows.map(({ code, prestation, unit, ...row }): GridRow => ({
    code,
    prestation,
    unit,
    installation: ofPayers(row.installation),
    maintenance: maintenance[code] ?? ofPayers(row.maintenance),
  }));
  return { ...voted, act: "Projet de délibération", rows: [...rows, ...more] };
}

/** A project: workstations shared, 10,00 for the CAGB and the other 26,86 for the commune; tablets are new. */
export function sharedGrid() {
  const tablets: GridRow = {
    code: "TABLETTE",
    prestation: "Tablette",
    unit: "tablette",
    installation: { cagb: null, commune: null },
    maintenance: { cagb: "4.00", commune: "6.50" },
  };
  return gridWith({ POSTE_STD: { cagb: "10.00", commune: "26.86" } }, [tablets]);
}

/** A workbook that holds nothing but this grid, in its table `Tarifs`, applicable to the campaign 2015. */
export async function writeTarifs(path: string, { act, rows }: ReturnType<typeof gridWith>): Promise<void> {
  const cells = rows.map(({ code, prestation, unit, installation, maintenance }): CellValue[] => [
    ...[code, prestation, unit, installation.cagb, installation.commune, maintenance.cagb, maintenance.commune],
    ...["01/11/2015", "31/10/2016", act],
  ]);
  await writeFile(path, await writeXlsx({ sheets: [{ name: "Tarifs", rows: [[...tarifsTitles], ...cells] }] }));
}

/** A copy of a sample with other numbers in some cells of its first sheet. */
export async function writeCorrected(
  path: string,
  sample: string,
  cells: Readonly<Record<string, number>>,
): Promise<void> {
  await writeCopy(path, samplePath(sample), cells);
}

/** A copy of a workbook with other numbers in some cells of its first sheet. */
export async function writeCopy(path: string, source: string, cells: Readonly<Record<string, number>>): Promise<void> {
  const bytes = await readFile(source);
  const corrected = Object.entries(cells).reduce<Uint8Array>(
    (current, [cell, value]) => withPart(current, "xl/worksheets/sheet1.xml", (xml) => withNumber(xml, cell, value)),
    bytes,
  );
  await writeFile(path, corrected);
}

function withNumber(xml: string, cell: string, value: number): string {
  const changed = xml.replace(new RegExp(`(<c r="${cell}"[^>]*><v>)[^<]*`), `$1${value}`);
  if (changed === xml) throw new Error(`${cell} is not there.`);
  return changed;
}

/** Amounts of the JSON, added up exactly. */
export function add(...amounts: readonly (string | number | Decimal)[]): string {
  return Decimal.sum(0, ...amounts).toFixed(2);
}

/** A product written as an accountant checks it: units × price. */
export function times(units: number, price: string): Decimal {
  return new Decimal(price).times(units);
}
