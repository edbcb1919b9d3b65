import { finish, type Steps } from "../cells";
import type { Reading } from "../inventory";
import { countOf } from "../messages";
import type { Statement } from "../statement";
import { makeControles } from "./controles";
import { communesWithFiche, ficheKey, makeFiche, makePrintableFiches } from "./fiche";
import { makeJournal, type JournalInput } from "./journal";
import type { SheetModel } from "./kit/model";
import { nameSheets, type KeyedName } from "./names";
import { makeRecapitulatif } from "./recapitulatif";
import { makeRepartition } from "./repartition";
import { markProvisional } from "./document-status";
import { makeTitre } from "./titre";

export interface SheetsInput {
  readonly reading: Reading;
  readonly statement: Statement;
  readonly journal: JournalInput;
  /** Names that the user's sheets have in the workbook written to, chart sheets included. */
  readonly userSheetNames: readonly string[];
  /** Generated sheets that the workbook has already. */
  readonly ownSheets: readonly KeyedName[];
}

/**
 * Every document of a run, in the order of their tabs: Contrôles, Répartition, Récapitulatif, Titre CAGB, the fiches,
 * « Fiches (impression) » where the options ask for it, Journal. The same input gives the same cells. (decisions §7)
 */
export function makeSheets(input: SheetsInput): SheetModel[] {
  return finish(makeSheetsInSteps(input));
}

/** The same documents, which pause between one and the next. */
export function* makeSheetsInSteps({
  reading,
  statement,
  journal,
  userSheetNames,
  ownSheets,
}: SheetsInput): Steps<SheetModel[]> {
  const communes = communesWithFiche(statement);
  const names = nameSheets(wantedSheets(statement), userSheetNames, ownSheets);
  const name = (key: string) => names.get(key)!;
  const back = name("recapitulatif");

  const fiches = [];
  for (const commune of communes) {
    yield;
    fiches.push(makeFiche(commune, statement, name(ficheKey(commune.commune)), back));
  }
  yield;
  const repartition = makeRepartition(statement, name("repartition"), back);
  const neighbours = {
    titre: name("titre"),
    repartition: name("repartition"),
    controles: name("controles"),
    journal: name("journal"),
    printableFiches: names.get("fiches-impression") ?? null,
  };
  const recapitulatif = makeRecapitulatif(statement, fiches, back, neighbours);
  const titre = makeTitre(statement, repartition, recapitulatif, name("titre"));
  const totals = {
    fiches,
    communes: recapitulatif.total,
    prestations: repartition.total,
    cagb: recapitulatif.cagb,
    due: recapitulatif.due,
    titre: titre.total,
  };
  yield;
  const models = [
    makeControles(reading, statement, totals, name("controles"), back),
    repartition.model,
    recapitulatif.model,
    titre.model,
    ...fiches.map((fiche) => fiche.model),
    ...(statement.options.printableFiches ? [makePrintableFiches(statement, name("fiches-impression"), back)] : []),
    makeJournal(reading, statement, journal, name("journal")),
  ];
  const errors = countOf([...reading.anomalies, ...statement.anomalies], "error");
  return markProvisional(models, { errors, isRectified: false });
}

function wantedSheets(statement: Statement): KeyedName[] {
  return [
    { key: "controles", name: "Contrôles" },
    { key: "repartition", name: "Répartition" },
    { key: "recapitulatif", name: "Récapitulatif" },
    { key: "titre", name: "Titre CAGB" },
    ...communesWithFiche(statement).map(({ commune }) => ({
      key: ficheKey(commune),
      name: `Fiche ${commune.name}`,
    })),
    ...(statement.options.printableFiches ? [{ key: "fiches-impression", name: "Fiches (impression)" }] : []),
    { key: "journal", name: "Journal" },
  ];
}
