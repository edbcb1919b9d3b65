import type { RectificationPiece, RectificationWay } from "../../statement";
import { payersIn } from "../kit/billed";
import { provisionalSettlement, writeFramed, writeSettlement } from "../kit/boxes";
import { imported, linkTo, over, text } from "../kit/cells";
import { minus } from "../kit/formula";
import { HandEdits } from "../kit/hand-edits";
import {
  checkRow,
  exerciceLine,
  printTexts,
  writeLetterhead,
  writeParties,
  writeReference,
  writeStatusBand,
  writeTitle,
} from "../kit/heading";
import type { SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { styles } from "../kit/styles";
import { campaignLine, capitalised, imputationOf, ofTitres, toFillShort, wayNames } from "../kit/texts";
import { documentName } from "../sheet-names";
import {
  changeRow,
  linesTable,
  writeCommunes,
  writeLines,
  writePassage,
  type LineRows,
  type PartCells,
  type PassageRow,
  type PieceTables,
} from "./rectificatif-tables";
import {
  actsOf,
  attachmentsOf,
  exerciceCase,
  issuedAmounts,
  issueExercice,
  numberedPaper,
  objectOf,
  paperFooter,
  originFile,
  originOf,
  reasonOf,
  reducedTitre,
  pieceNumber,
  settlementOf,
  statusOf,
  titleOf,
  titreOfOrigin,
  writeCases,
  type RectificationContext,
  type ReductionPlaces,
} from "./rectificatif-texts";

/** Zero-based last printed column; sources are on its right. */
const last = 9;
/** Width of the column of the check, on the right of the sources. */
const checkWidth = 62;
const half = 3;
/** Zero-based last columns of the three boxes to sign. */
const ends = [2, 6, last] as const;
const labelColumns = { label: 2, value: last - 1 } as const;

/** Height in points of a row of one line: the signed part fits on one page. */
const rowHeight = 13;

/** More lines, or communes, than these come after the signature, on pages of their own that repeat their titles. */
const few = 8;

/** One that fills so much of a page, or less, is signed on it. */
const fullPage = 1.1;

/** The title of each paper, and its effect on the titre. */
const papers = {
  reduction: { key: "rectificatif", title: "Rectificatif", passage: "{Titre|Titres} d’origine" },
  complement: { key: "complement", title: "Titre complémentaire", passage: "Titres de la campagne" },
} as const satisfies Record<RectificationWay, unknown>;

/** A written piece: its sheet, the cells of its total, and those of the corrected titre. */
interface WrittenPiece {
  readonly model: SheetModel;
  readonly total: PartCells;
  readonly places: ReductionPlaces;
}

/** The totals of the pieces; null for a piece that does not exist. */
export type PieceTotals = Readonly<Record<RectificationWay, PartCells | null>>;

/** The sheets of a correction, and the cells that its certificat repeats; null when nothing is reduced. */
interface Pieces {
  readonly sheets: readonly SheetModel[];
  readonly places: ReductionPlaces | null;
  readonly totals: PieceTotals;
}

/**
 * Makes the états that correct an issued titre: « Rectificatif », which reduces it, and « Titre complémentaire », which
 * claims more. Reductions and complements are two papers, line by line (a prestation of a school), never netted: a
 * receipt is liquidated whole, and a reduction may be an expense of a later exercice (decree 2012-1246, art. 24). The
 * issued état is never rewritten. When no amount changes, « Rectificatif » states it, and is not signed.
 */
export function makePieces(
  context: RectificationContext,
  names: Readonly<Record<"rectificatif" | "complement", string>>,
): Pieces {
  const { reduction, complement } = context.rectification;
  const first = reduction && makePiece(context, "reduction", reduction, names.rectificatif, null);
  const second = complement && makePiece(context, "complement", complement, names.complement, first?.total ?? null);
  const sheets = [first, second].flatMap((one) => (one === null ? [] : [one.model]));
  return {
    sheets: sheets.length === 0 ? [makeNothing(context, names.rectificatif)] : sheets,
    places: first?.places ?? null,
    totals: { reduction: first?.total ?? null, complement: second?.total ?? null },
  };
}

/** Makes a paper. `reduced`: the total of the reduction that is written before it. */
function makePiece(
  context: RectificationContext,
  way: RectificationWay,
  piece: RectificationPiece,
  name: string,
  reduced: PartCells | null,
): WrittenPiece {
  const { rectification, errors } = context;
  const { corrected } = rectification;
  const lines = linesTable(way);
  const edits = new HandEdits();
  const tables: PieceTables = { way, lines, payers: payersIn(rectification.issued, corrected), edits };
  const page = new Page(name, corrected.campaign, [...lines.widths, checkWidth], { rowHeight });
  writeTop(page, context, way, edits);
  const isShort = [piece.communes, piece.communes.flatMap((one) => one.lines)].every(({ length }) => length <= few);
  const rows: LineRows = new Map();
  let placed: PartCells | null = null;
  const writeDetail = () => {
    page.section(isShort ? "Lignes rectifiées" : "Annexe 1\u00a0: lignes rectifiées");
    const header = lines.titles(page);
    writeLines(page, tables, piece.communes, rows);
    page.repeatTitlesWhereCut({ header, last: page.next - 1 });
    page.gap();
    page.section(page.say(isShort ? "Par [commune]" : "Annexe 2\u00a0: par [commune]"));
    return writeCommunes(page, tables, piece, rows);
  };
  if (isShort) {
    placed = writeDetail();
    page.gap();
  }
  const passage = writeResult(page, context, tables, piece, () => placed!, reduced);
  page.gap(true);
  if (way === "reduction") {
    writeCases(page, corrected, last);
    page.gap(true);
  }
  writeSettlement(page, corrected, {
    settled: settlementOf(context, way, piece),
    unsettled: provisionalSettlement(errors),
    guard: (cell) => edits.guard(cell),
    ends,
  });
  page.gap();
  page.add([over(last + 1, attachmentsOf(context, way, isShort), styles.small)]);
  if (!isShort) {
    page.startPage();
    placed = writeDetail();
  }
  const total = placed!;
  const places = { origin: passage.origin.total, change: total.total, result: passage.result.total };
  return { model: finished(page, context, way, isShort), total, places };
}

function finished(page: Page, context: RectificationContext, way: RectificationWay, isShort: boolean): SheetModel {
  const { rectification } = context;
  const { key, title } = papers[way];
  const { campaign } = rectification.corrected;
  const { header, footer } = printTexts(title, campaign, statusOf(context));
  return page.finish({
    key,
    number: pieceNumber(rectification, way),
    orientation: "portrait",
    lastColumn: last,
    onePage: isShort ? { upTo: fullPage } : false,
    header,
    footer: paperFooter(footer[0], numberedPaper(rectification, way)),
  });
}

/**
 * Writes the letterhead, title, parties and references, which each piece has. `edits`: null when the piece has no
 * figure.
 */
function writeTop(page: Page, context: RectificationContext, way: RectificationWay, edits: HandEdits | null): void {
  const { rectification, titre } = context;
  const { corrected } = rectification;
  const issued = { open: "titre", closed: "mandat", unknown: "titre ou mandat" };
  const issuedBy = way === "complement" ? "titre" : issued[exerciceCase(corrected) ?? "unknown"];
  writeLetterhead(page, corrected, {
    papers: [
      exerciceLine(corrected, `d’émission ${issueExercice(corrected)}`),
      `${numberedPaper(rectification, way)} · établi le ${toFillShort}`,
      `Bordereau n°\u00a0${toFillShort} · ${issuedBy} n°\u00a0${toFillShort}`,
    ],
    last,
    ...(titre !== null && {
      beside: linkTo(`→ ${documentName("titre", corrected.campaign)}, état rectifié`, titre.name, "A1", styles.back),
    }),
  });
  page.gap();
  const title = titleOf(context, way);
  if (edits === null) page.mark(page.add([text(title, styles.title)]), "title");
  else writeTitle(page, title, edits, last);
  page.add([text(campaignLine(corrected.campaign), styles.subtitle)]);
  writeStatusBand(page, statusOf(context), last + 1);
  writeParties(page, corrected, { half, last });
  page.gap();
  writeReferences(page, context, way, edits);
  page.gap();
}

/** Writes what is corrected, why, and the titre that is corrected. */
function writeReferences(
  page: Page,
  context: RectificationContext,
  way: RectificationWay,
  edits: HandEdits | null,
): void {
  const { rectification } = context;
  const { corrected } = rectification;
  const entry = (label: string, value: string) => writeReference(page, label, value, labelColumns);
  entry(
    "Objet",
    `${corrected.campaign.convention.object}, campagne ${corrected.campaign.year}\u00a0: ${objectOf(way)}`,
  );
  writeReference(
    page,
    "Origine",
    `${capitalised(originOf(context))}\u00a0: ${issuedAmounts(rectification)}`,
    edits === null ? labelColumns : { ...labelColumns, guard: (cell) => edits.guard(cell) },
    imported(originFile(context), styles.smallGrey),
  );
  entry(ofTitres("{Titre|Titres} d’origine", corrected), capitalised(titreOfOrigin(rectification)));
  entry("Acte", actsOf(rectification));
  entry("Motif", reasonOf(corrected, way, toFillShort.repeat(4)));
  if (way === "complement")
    entry("Imputation", `${imputationOf(corrected)}, exercice d’émission ${issueExercice(corrected)}`);
  entry("", "L’état d’origine n’est pas modifié\u00a0: les lignes qui suivent le rectifient.");
}

/**
 * Writes the former titre, its change, and the new titre. A titre complémentaire issued with a reduction mentions it;
 * the last paper compares the whole with the corrected état. `totalOf`: the cells of the piece's total, once the page
 * is finished.
 */
function writeResult(
  page: Page,
  { rectification, titre }: RectificationContext,
  tables: PieceTables,
  piece: RectificationPiece,
  totalOf: () => PartCells,
  reduced: PartCells | null,
): ReturnType<typeof writePassage> {
  const { issued, corrected, byPayer, reduction, complement } = rectification;
  const { way } = tables;
  const isLast = way === "complement" || complement === null;
  const after = isLast
    ? { cagb: corrected.cagb, commune: corrected.communes }
    : { cagb: issued.cagb.minus(piece.byPayer.cagb), commune: issued.communes.minus(piece.byPayer.commune) };
  const number = (of: RectificationWay) => `état n°\u00a0${pieceNumber(rectification, of)}`;
  const rows: PassageRow[] = [
    {
      label: ofTitres("{Titre|Titres} d’origine", issued),
      byPayer: { cagb: byPayer.cagb.before, commune: byPayer.commune.before },
    },
  ];
  if (reduced !== null)
    rows.push(changeRow("reduction", reduction!, () => reduced, `Réduction, ${number("reduction")}, pièce distincte`));
  rows.push(changeRow(way, piece, totalOf, `${capitalised(wayNames[way])}, présent ${number(way)}`));
  page.section(ofTitres(papers[way].passage, issued));
  const passage = writePassage(page, tables, [
    ...rows,
    { label: way === "reduction" ? reducedTitre(corrected) : "Total des titres de la campagne", byPayer: after },
  ]);
  const { total } = passage.result;
  if (titre !== null && isLast)
    checkRow(page, {
      label: `Écart avec l’état liquidatif rectifié, «\u00a0${documentName("titre", corrected.campaign)}\u00a0»`,
      // On screen only: signed papers have no check.
      column: last + 1,
      labelColumn: last + 2,
      gap: minus(total, titre.cells.total),
      keep: true,
    });
  return passage;
}

/** Makes the page that states that nothing is to be issued or signed. */
function makeNothing(context: RectificationContext, name: string): SheetModel {
  const page = new Page(name, context.rectification.corrected.campaign, linesTable("reduction").widths, { rowHeight });
  writeTop(page, context, "reduction", null);
  writeFramed(page, "Aucun montant ne change\u00a0: il n’y a ni réduction ni titre complémentaire à émettre.", last);
  return finished(page, context, "reduction", true);
}
