import { Decimal } from "decimal.js";
import type { RectificationPiece } from "../../statement";
import { conventionOf, type Payer } from "../../tariff";
import { statusNote } from "../document-status";
import { provisionalSettlement, writeFramed, writeSettlement } from "../kit/boxes";
import { imported, linkTo, over, text } from "../kit/cells";
import { minus, plus } from "../kit/formula";
import {
  checkRow,
  exerciceLine,
  printTexts,
  writeLetterhead,
  writeParties,
  writeReference,
  writeStatus,
} from "../kit/heading";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { styles } from "../kit/styles";
import { actOf, campaignLine, capitalised, debtorOf, given, gridLine, imputationOf, toFillShort } from "../kit/texts";
import {
  linesTable,
  writeCommunes,
  writeLines,
  writePassage,
  type LineRows,
  type PartCells,
  type PassageRow,
  type PieceTables,
  type Way,
} from "./rectificatif-tables";
import {
  attachmentsOf,
  exerciceCase,
  issuedAmounts,
  issueExercice,
  objectOf,
  originFile,
  originOf,
  pieceNumber,
  settlementOf,
  titleOf,
  titreOfOrigin,
  writeCases,
  type RectificationContext,
  type ReductionPlaces,
} from "./rectificatif-texts";
/** Zero-based columns that are printed: the source stands on their right. */
const last = 9;
/** Of what is said of the check, right of the sources. */
const checkWidth = 62;
const half = 3;
/** Of the three boxes to sign. */
const ends = [2, 6, last] as const;
const labelColumns = { label: 2, value: last - 1 } as const;

/** Points of a row of one line: what is signed is on one page. */
const rowHeight = 13;

/** More lines, or communes, than these come after the signature, on pages of their own that repeat their titles. */
const few = 8;

/** A piece once it is written: its sheet, the cells of its total, and those of what it makes of the titre. */
interface WrittenPiece {
  readonly model: SheetModel;
  readonly total: PartCells;
  readonly places: ReductionPlaces;
}

/** The sheets of a correction, and the cells that its certificat repeats; null where nothing is reduced. */
export interface Pieces {
  readonly sheets: readonly SheetModel[];
  readonly places: ReductionPlaces | null;
}

/** The piece that was written before, which the titre is counted with. */
type Before = { readonly piece: RectificationPiece; readonly total: PartCells; readonly number: string } | null;

/**
 * The états in support of what corrects an issued titre: « Rectificatif », which reduces it, and « Titre complémentaire », which
 * claims more. What falls and what rises are two papers, line by line (a prestation of a school), and never make one
 * amount: a receipt is liquidated whole, and a reduction may be an expense of a later exercice (decree 2012-1246, art. 24).
 * The issued état is never rewritten. Where no amount changes, « Rectificatif » says so, and nobody signs it.
 */
export function makePieces(
  context: RectificationContext,
  names: Readonly<Record<"rectificatif" | "complement", string>>,
): Pieces {
  const { rectification } = context;
  const { reduction, complement } = rectification;
  if (reduction === null && complement === null)
    return { sheets: [makeNothing(context, names.rectificatif)], places: null };
  const first = reduction === null ? null : makePiece(context, "reduction", reduction, names.rectificatif, null);
  const before: Before =
    first === null ? null : { piece: reduction!, total: first.total, number: pieceNumber(rectification, "reduction") };
  const second = complement === null ? null : makePiece(context, "complement", complement, names.complement, before);
  const sheets = [first, second].flatMap((one) => (one === null ? [] : [one.model]));
  return { sheets, places: first?.places ?? null };
}

function makePiece(
  context: RectificationContext,
  way: Way,
  piece: RectificationPiece,
  name: string,
  before: Before,
): WrittenPiece {
  const { rectification, errors } = context;
  const { corrected } = rectification;
  const lines = linesTable(way);
  const tables: PieceTables = { way, lines, debtor: debtorOf(corrected.campaign) };
  const page = new Page(name, [...lines.widths, checkWidth], { rowHeight });
  writeTop(page, context, way);
  const isShort = [piece.communes, piece.communes.flatMap((one) => one.lines)].every(({ length }) => length <= few);
  const rows: LineRows = new Map();
  const placed: { total?: PartCells } = {};
  const writeDetail = () => {
    page.section(isShort ? "Lignes rectifiées" : "Annexe 1\u00a0: lignes rectifiées");
    const header = lines.titles(page);
    writeLines(page, tables, piece.communes, rows);
    page.repeatTitlesWhereCut({ header, last: page.next - 1 });
    page.gap();
    page.section(isShort ? "Par commune" : "Annexe 2\u00a0: par commune");
    placed.total = writeCommunes(page, tables, piece, rows);
  };
  if (isShort) {
    writeDetail();
    page.gap();
  }
  const passage = writeResult(page, context, tables, piece, () => placed.total!, before);
  page.gap(true);
  if (way === "reduction") {
    writeCases(page, corrected, last);
    page.gap(true);
  }
  writeSettlement(page, corrected, {
    settled: settlementOf(context, way, piece),
    unsettled: provisionalSettlement(errors),
    ends,
  });
  page.gap();
  page.add([over(last + 1, attachmentsOf(context, way, isShort), styles.small)]);
  if (!isShort) {
    page.startPage();
    writeDetail();
  }
  const title = way === "reduction" ? "Rectificatif" : "Titre complémentaire";
  const model = page.finish({
    key: way === "reduction" ? "rectificatif" : "complement",
    orientation: "portrait",
    lastColumn: last,
    ...printTexts(title, corrected.campaign, statusOf(errors)),
  });
  const total = placed.total!;
  return { model, total, places: { origin: passage.origin.total, change: total.total, result: passage.result.total } };
}

function statusOf(errors: number): string | null {
  return statusNote({ errors, rectifiedBy: null });
}

/** Letterhead, title, parties and references, which each piece has. */
function writeTop(page: Page, context: RectificationContext, way: Way): void {
  const { rectification, titre, errors } = context;
  const { corrected } = rectification;
  const papers = {
    reduction: { of: "État rectificatif", by: { open: "titre", closed: "mandat" }[exerciceCase(corrected) ?? "open"] },
    complement: { of: "État complémentaire", by: "titre" },
  }[way];
  const isUnsure = way === "reduction" && exerciceCase(corrected) === null;
  writeLetterhead(page, corrected, {
    papers: [
      exerciceLine(corrected, `d’émission ${issueExercice(corrected)}`),
      `${papers.of} n°\u00a0${pieceNumber(rectification, way)} · établi le ${toFillShort}`,
      `Bordereau n°\u00a0${toFillShort} · ${isUnsure ? "titre ou mandat" : papers.by} n°\u00a0${toFillShort}`,
    ],
    last,
    ...(titre !== null && { beside: linkTo("→ Titre CAGB, état rectifié", titre.name, "A1", styles.back) }),
  });
  page.gap();
  page.mark(page.add([text(titleOf(context, way), styles.title)]), "title");
  page.add([text(campaignLine(corrected.campaign), styles.subtitle)]);
  const status = statusOf(errors);
  writeStatus(page, status, last + 1);
  writeParties(page, corrected, { half, last });
  page.gap();
  writeReferences(page, context, way);
  page.gap();
}

/** What is corrected, why, and which titre it comes after. */
function writeReferences(page: Page, context: RectificationContext, way: Way): void {
  const { rectification } = context;
  const { corrected } = rectification;
  const entry = (label: string, value: string) => writeReference(page, label, value, labelColumns);
  entry(
    "Objet",
    `${conventionOf(corrected.campaign).object}, campagne ${corrected.campaign.year}\u00a0: ${objectOf(way)}`,
  );
  writeReference(
    page,
    "Origine",
    `${capitalised(originOf(context))}\u00a0: ${issuedAmounts(rectification)}`,
    labelColumns,
    imported(originFile(context), styles.smallGrey),
  );
  entry("Titre d’origine", capitalised(titreOfOrigin(rectification)));
  entry("Acte", actsOf(rectification));
  entry("Motif", given(corrected, "rectificationReason", toFillShort.repeat(4)));
  if (way === "complement")
    entry("Imputation", `${imputationOf(corrected)}, exercice d’émission ${issueExercice(corrected)}`);
  entry("", "L’état d’origine n’est pas modifié\u00a0: les lignes qui suivent le rectifient.");
}

/** The act of the corrected prices, and that of the issued ones where they are others. */
function actsOf({ issued, corrected }: RectificationContext["rectification"]): string {
  const [before, after] = [actOf(issued), actOf(corrected)];
  if (gridLine(issued.grid) === gridLine(corrected.grid)) return after;
  return `${after}\u202f; état d’origine\u00a0: ${before === after ? gridLine(issued.grid) : before}`;
}

/**
 * What the titre was, what changes it, and what it becomes. A titre complémentaire that goes with a reduction names it; the last
 * paper compares the whole with the corrected état. `totalOf`: the cells of the piece's total, once the page is finished.
 */
function writeResult(
  page: Page,
  { rectification, titre }: RectificationContext,
  tables: PieceTables,
  piece: RectificationPiece,
  totalOf: () => PartCells,
  before: Before,
): ReturnType<typeof writePassage> {
  const { issued, corrected, byPayer, complement } = rectification;
  const { way } = tables;
  const number = pieceNumber(rectification, way);
  const isLast = way === "complement" || complement === null;
  const origin = { cagb: byPayer.cagb.before, commune: byPayer.commune.before };
  const earlier =
    before === null
      ? []
      : [taken(before.piece, () => before.total, `Réduction, état n°\u00a0${before.number}, pièce distincte`)];
  const own =
    way === "reduction"
      ? taken(piece, totalOf, `Réduction, présent état n°\u00a0${number}`)
      : added(piece, totalOf, `Complément, présent état n°\u00a0${number}`);
  const after = isLast
    ? { cagb: corrected.cagb, commune: corrected.communes }
    : { cagb: issued.cagb.minus(piece.byPayer.cagb), commune: issued.communes.minus(piece.byPayer.commune) };
  const result =
    way === "reduction" ? "Montant auquel le titre d’origine est ramené" : "Total des titres de la campagne";
  page.section(way === "reduction" ? "Titre d’origine" : "Titres de la campagne");
  const passage = writePassage(page, tables, [
    { label: "Titre d’origine", byPayer: origin, kind: "amount" },
    ...earlier,
    own,
    { label: result, byPayer: after, kind: "amount" },
  ]);
  const { total } = passage.result;
  if (titre !== null && isLast)
    checkRow(page, {
      label: "Écart avec l’état liquidatif rectifié, «\u00a0Titre CAGB\u00a0»",
      // On the screen alone: what is signed says no check.
      column: last + 1,
      labelColumn: last + 2,
      gap: minus(total, titre.cells.total),
      keep: true,
    });
  return passage;
}

function taken({ byPayer }: RectificationPiece, total: () => PartCells, label: string): PassageRow {
  const of = (payer: Payer) => new Decimal(0).minus(byPayer[payer]);
  const formula = (payer: Payer) => () => minus([], total()[payer]);
  return {
    label,
    byPayer: { cagb: of("cagb"), commune: of("commune") },
    kind: "change",
    formulas: { cagb: formula("cagb"), commune: formula("commune") },
  };
}

function added({ byPayer }: RectificationPiece, total: () => PartCells, label: string): PassageRow {
  const formula = (payer: Payer) => () => plus(total()[payer]);
  return { label, byPayer, kind: "change", formulas: { cagb: formula("cagb"), commune: formula("commune") } };
}

/** Nothing to issue: a page that says so, and that nobody signs. */
function makeNothing(context: RectificationContext, name: string): SheetModel {
  const { rectification, errors } = context;
  const { campaign } = rectification.corrected;
  const page = new Page(name, linesTable("reduction").widths, { rowHeight });
  writeTop(page, context, "reduction");
  writeFramed(page, "Aucun montant ne change\u00a0: il n’y a ni réduction ni titre complémentaire à émettre.", last);
  return page.finish({
    key: "rectificatif",
    orientation: "portrait",
    lastColumn: last,
    ...printTexts("Rectificatif", campaign, statusOf(errors)),
  });
}
