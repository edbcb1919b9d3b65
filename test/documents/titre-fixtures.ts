import type { SheetModel } from "../../src/documents";
import type { Options } from "../../src/options";
import { layOut } from "../../src/pdf/geometry";
import { full, rowOf, sheet, sheetsOf, textsOf } from "./fixtures";

/** The état of a reading. */
export function titreOf(reading: typeof full, options: Partial<Options> = {}): SheetModel {
  return sheet(sheetsOf(reading, options), "titre");
}

/** All that a document says, its spaces made plain. */
export function plain(model: SheetModel): string {
  return plainTexts(model).join(" ");
}

/** Each of its texts, their spaces made plain. */
export function plainTexts(model: SheetModel): string[] {
  return textsOf(model).map((one) => one.replace(/\s/g, " "));
}

/** What the cells of a row say, the spaces of texts made plain. */
export function values(row: ReturnType<typeof rowOf>): unknown[] {
  return row.map((cell) => (typeof cell?.value === "string" ? cell.value.replace(/\s/g, " ") : (cell?.value ?? null)));
}

/** Zero-based columns of the état, of its bases and of its annex; and where its boxes begin. */
export const at = { quantity: 4, price: 6, cagb: 8, commune: 9, total: 10, siren: 3, schools: 6, last: 10 } as const;
export const boxStarts = { creditor: 0, debtor: 6, counted: 0, visa: 3, ordonnateur: 8 } as const;

/** What a row of the bases says: its label, its quantity, its price, three amounts. */
export function basis(row: ReturnType<typeof rowOf>): unknown[] {
  const said = values(row);
  return [0, at.quantity, at.price, at.cagb, at.commune, at.total].map((column) => said[column] ?? null);
}

/** What a row of the annex says: its commune, its SIREN, its schools, three amounts. */
export function ofCommune(row: ReturnType<typeof rowOf>): unknown[] {
  const said = values(row);
  return [0, at.siren, at.schools, at.cagb, at.commune, at.total].map((column) => said[column] ?? null);
}

/** What is said beside a label. */
export function entry(model: SheetModel, label: string): unknown {
  return values(rowOf(model, label))[1];
}

/** The texts of each printed page. */
export function printedTexts(model: SheetModel): string[] {
  return layOut(model).pages.map((page) =>
    page.flatMap(({ row }) => model.rows[row]!.cells.map((cell) => String(cell?.value ?? ""))).join("\n"),
  );
}

/** All that an office may say of itself and of its papers. */
export const particulars = {
  stateNumber: "2014-07",
  establishedOn: "2014-11-25",
  budget: "Budget principal",
  service: "Direction des systèmes d’information",
  contact: "Mme Michel, 03 81 00 00 00",
  creditorAddress: "2 rue Mégevand, 25034 Besançon Cedex",
  creditorSiret: "21250056500016",
  debtorAddress: "4 rue Gabriel-Plançon, 25043 Besançon Cedex",
  debtorSiret: "24250036100017",
  debtorChorus: "FACTURES_PUBLIQUES",
  sessionOn: "2014-11-06",
  conventionOn: "2014-12-01",
  conventionArticle: "4",
  renewedOn: "2015-10-15",
};
