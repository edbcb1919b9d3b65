import { toSerial, type Cell } from "../../src/cells";
import { conventionSheets, loadConvention, type Convention, type ConventionFiles } from "../../src/tariff";

/**
 * « Bornes de cantine » : a Sivom claims from its two members, without intermediary, what is in service on 15 September: 42,50 € a
 * terminal and 1,20 € a pupil.
 */
export const canteens: ConventionFiles = {
  convention: {
    id: "cantines",
    service: "Restopass",
    object: "Bornes de pointage des repas",
    act: { name: "Délibération n° 12", body: "comité syndical", receivedOn: "2026-03-02" },
    term: "trois ans",
    renewedFrom: null,
    from: "2026-09-01",
    to: "2029-08-31",
    count: { day: 15, month: 9 },
    member: { french: "un adhérent, des adhérents" },
    site: { french: "un restaurant, des restaurants" },
    vat: "Montants nets",
    creditor: {
      name: "Syndicat du Haut-Maine",
      short: "le Sivom",
      siren: "200000016",
      insee: null,
      department: "Service des repas",
      executive: "le Président",
    },
    debtor: null,
    creditLine: [{ heading: "Nature", code: "70878", label: "Remboursements de frais par des tiers" }],
    accounts: { rebilled: "70878", paid: "62878", cancelledChapter: "67", cancelled: "673" },
  },
  grid: {
    id: "cantines",
    act: "Délibération n° 12",
    votedOn: null,
    from: "2026-09-01",
    to: "2029-08-31",
    note: "",
    rows: [
      {
        code: "BORNE",
        prestation: "Borne de pointage",
        unit: "borne",
        installation: { debtor: null, member: "180" },
        maintenance: { debtor: null, member: "42.50" },
      },
      {
        code: "COMPTE",
        prestation: "Compte de repas par élève",
        unit: "élève",
        installation: { debtor: null, member: null },
        maintenance: { debtor: null, member: "1.20" },
      },
    ],
  },
  communes: {
    source: "Délibération n° 12",
    communes: [
      { insee: "53127", name: "Lassay", siren: "215300013" },
      { insee: "53003", name: "Ambrières", siren: "215300021", from: "2026-09-01", aliases: ["Ambrières-les-Vallées"] },
    ],
  },
};

/** The convention that files say. */
export function conventionOfFiles(files: ConventionFiles): Convention {
  const loaded = loadConvention(files, "workbook");
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The rows of the three sheets of a convention, as Excel gives them back: days are serials. */
export function sheetsOfConvention(files: ConventionFiles): { readonly name: string; readonly rows: Cell[][] }[] {
  return conventionSheets(files).map(({ name, rows }) => ({
    name,
    rows: rows.map((cells) =>
      cells.map((cell) => (typeof cell === "object" && cell !== null && "day" in cell ? toSerial(cell.day) : cell)),
    ),
  }));
}
