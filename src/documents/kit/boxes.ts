import { fold, remembered } from "../../cells";
import { delegationOf, isWholeFormula, signsAsExecutive } from "../../options";
import type { Statement } from "../../statement";
import { empty, over, type PageCell } from "./cells";
import { heldBand } from "./held-band";
import type { CellStyle } from "./model";
import type { Page } from "./page";
import { onceByStyle, styles, variant } from "./styles";
import { departmentOf, given, isPricedApart, pointsLeft, toFillShort, uncapitalised } from "./texts";

/** A line of a box. */
export interface BoxLine {
  readonly text: string;
  readonly style: CellStyle;
  /** Replaces the cell when a figure that it repeats was changed by hand: `edits.guard`. */
  readonly guard?: (cell: PageCell) => PageCell;
}

/** A frame over columns, both included, with its lines from the top. */
interface Box {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly BoxLine[];
}

type Side = "top" | "bottom" | "left" | "right";

interface BoxesOptions {
  readonly line?: "thin" | "medium";
  /** Whether they never end a printed page. */
  readonly keep?: boolean;
}

/** Blank points between a frame and its text, above and below. */
const padding = 2;

/** Writes boxes side by side, as high as the highest one; they stay on one page. */
export function writeBoxes(
  page: Page,
  boxes: readonly Box[],
  { line = "thin", keep = false }: BoxesOptions = {},
): void {
  const height = Math.max(...boxes.map(({ lines }) => lines.length));
  const first = page.next;
  for (let row = 0; row < height; row += 1) {
    const cells: PageCell[] = [];
    for (const { from, to, lines } of boxes) {
      const { text, style, guard } = lines[row] ?? blankLine;
      const edges: Side[] = [
        ...(row === 0 ? ["top" as const] : []),
        ...(row === height - 1 ? ["bottom" as const] : []),
      ];
      for (let column = from + 1; column <= to; column += 1) {
        const own = [...edges, ...sides(column, from, to)];
        // A cell without a look is no cell.
        if (own.length > 0) cells[column] = empty(framed(plain, own, line));
      }
      const aligned = height === 1 ? style : row === 0 ? bottomed(style) : topped(style);
      const cell = over(to - from + 1, text, framed(indented(aligned), [...edges, ...sides(from, from, to)], line));
      cells[from] = guard === undefined ? cell : guard(cell);
    }
    // Room left blank at the foot needs no more.
    const isFootFilled = row === height - 1 && boxes.some(({ lines }) => (lines[row]?.text ?? "") !== "");
    page.add(cells, keep || row < height - 1, (Number(row === 0) + Number(isFootFilled)) * padding);
  }
  page.markSideBySide(
    first,
    boxes.map(({ from }) => from),
  );
}

function sides(column: number, from: number, to: number): Side[] {
  return [...(column === from ? ["left" as const] : []), ...(column === to ? ["right" as const] : [])];
}

const plain: CellStyle = {};
const blankLine: BoxLine = { text: "", style: plain };

const indented = variant({ indent: 1, align: "left" });
const topped = variant({ vertical: "top" });
const bottomed = variant({ vertical: "bottom" });

const framesOf = onceByStyle(() => new Map<string, CellStyle>());

/** Returns a style with borders: one object for the cells that look alike, so that a port draws it once. */
function framed(style: CellStyle, edges: readonly Side[], line: "thin" | "medium"): CellStyle {
  const borders = () => Object.fromEntries(edges.map((edge) => [edge, line]));
  return remembered(framesOf(style), [line, ...edges].join(), () => ({ ...style, borders: borders() }));
}

/** Zero-based columns of the three boxes: of who counted, of the visa, of the ordonnateur. */
type ThreeColumns = readonly [counted: number, visa: number, ordonnateur: number];

/** The columns in which three boxes side by side end and begin; by default each begins after the previous one. */
export interface BoxColumns {
  readonly starts?: ThreeColumns;
  readonly ends: ThreeColumns;
}

/** Why a paper is not settled or signed, and its status word in capitals. */
export interface Unsettled {
  readonly word: string;
  readonly note: string;
}

interface Settlement extends BoxColumns {
  /** « Arrêté le présent état … à la somme de … ». */
  readonly settled: string;
  /** Null when it is settled. */
  readonly unsettled: Unsettled | null;
  /** Makes the sum in words give way to a figure changed by hand: `edits.guard`. */
  readonly guard?: BoxLine["guard"];
}

/**
 * Writes the sum in words in a frame, and three boxes to sign, always on the same page: the person who counted, the
 * finance department, the ordonnateur. For an état that is not settled, writes the reason instead.
 */
export function writeSettlement(
  page: Page,
  statement: Statement,
  { settled, unsettled, guard, starts, ends }: Settlement,
): void {
  const [first, second, last] = ends;
  const [firstStart, secondStart, lastStart] = starts ?? [0, first + 1, second + 1];
  if (unsettled !== null) {
    page.mark(page.add(heldBand({ ...unsettled, widths: page.widths.slice(0, last + 1) }), true), "settlement");
    return;
  }
  writeFramed(page, settled, last, guard);
  page.gap(true);
  const day = line(`le ${toFillShort}`);
  const who = [line(toNameTitle), line(toNameWho), day];
  const counted = [head("Certifié exact, quantités constatées"), line(departmentOf(statement)), ...who, ...room(4)];
  writeKept(page, [
    { from: firstStart, to: first, lines: counted },
    { from: secondStart, to: second, lines: [head("Visa du service des finances"), ...who] },
    { from: lastStart, to: last, lines: [...ordonnateurLines(statement), day, ...room(3)] },
  ]);
}

/** Returns why a provisional état is not settled: accepted errors are not billed. Null without errors. */
export function provisionalSettlement(errors: number): Unsettled | null {
  if (errors === 0) return null;
  const note = `État provisoire, non arrêté\u00a0: ${pointsLeft(errors)} (voir «\u00a0Contrôles\u00a0»). Il n’est ni à signer ni à joindre à un titre.`;
  return { word: "PROVISOIRE", note };
}

/** Writes a text that is read before the others, in a frame. */
export function writeFramed(page: Page, value: string, last: number, guard?: BoxLine["guard"]): void {
  const framed = { text: value, style: styles.framedText, ...(guard !== undefined && { guard }) };
  writeKept(page, [{ from: 0, to: last, lines: [framed] }], "medium");
}

/** Writes the box of the ordonnateur alone, as it is on the états; the day is that on which the paper is made. */
export function writeOrdonnateur(
  page: Page,
  statement: Statement,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  writeKept(page, [{ from, to, lines: [...ordonnateurLines(statement), ...room(5)] }]);
}

/**
 * Writes boxes that no page break follows or cuts, and marks their rows, so that they can be removed from an état that
 * must not be issued.
 */
function writeKept(page: Page, boxes: readonly Box[], line?: "medium"): void {
  const first = page.next;
  writeBoxes(page, boxes, { ...(line && { line }), keep: true });
  for (let row = first; row < page.next; row += 1) page.mark(row, "settlement");
}

function ordonnateurLines(statement: Statement): BoxLine[] {
  return [head("L’ordonnateur"), ...signatoryLines(statement).map(line)];
}

const head = (value: string): BoxLine => ({ text: value, style: styles.smallStrong });
const line = (value: string): BoxLine => ({ text: value, style: styles.small });
const room = (lines: number): BoxLine[] => Array.from({ length: lines }, () => line(""));

const toNameTitle = `Qualité\u00a0: ${toFillShort}`;
const toNameWho = `Prénom, nom\u00a0: ${toFillShort}`;

/**
 * Returns the lines with the name of the signatory, on whose behalf and by which delegation, with dots for missing
 * options. The executive signs alone.
 */
function signatoryLines(statement: Statement): string[] {
  const { signatory } = statement.options;
  const who = [signatory?.title.trim() || toNameTitle, signatoryName(statement) ?? toNameWho];
  const { executive } = statement.campaign.convention.creditor;
  if (signsAsExecutive(statement.options, executive)) return who;
  const delegated = delegationOf(signatory);
  const decree = decreeOf(statement);
  const delegation = isWholeFormula(delegated)
    ? [delegated, ...(decree === null ? [] : [decree])]
    : [
        `Pour ${executive} et par délégation,`,
        decree ?? (delegated || `arrêté de délégation n°\u00a0${toFillShort} du ${toFillShort}`),
      ];
  return [...delegation, ...who];
}

/** Returns the first name and the name of the signatory; null when the options give neither. */
export function signatoryName({ options: { signatory, particulars } }: Statement): string | null {
  const names = [particulars.signatoryFirstName, signatory?.name.trim()].filter(Boolean);
  return names.length === 0 ? null : names.join(" ");
}

/**
 * Returns « arrêté de délégation n° 2014-12 du 5 avril 2014 », with dots for the missing parts; null when all are
 * missing.
 */
export function decreeOf(statement: Statement): string | null {
  const { delegationNumber, delegationOn } = statement.options.particulars;
  if (delegationNumber === undefined && delegationOn === undefined) return null;
  const [number, day] = [given(statement, "delegationNumber"), given(statement, "delegationOn")];
  return `arrêté de délégation n°\u00a0${number} du ${day}`;
}

/**
 * Returns the numbered attachments of a paper: its own pieces, the act of the prices, the convention and its decisions,
 * and the delegation of the signatory.
 */
export function attachmentsText(
  statement: Statement,
  own: readonly string[],
  decisions: readonly string[] = [],
): string {
  const { grid, campaign } = statement;
  const act = isPricedApart(statement) ? grid.act : campaign.convention.act.name;
  const delegation = namesDelegation(statement) ? ["arrêté de délégation"] : [];
  const pieces = [...own, uncapitalised(act), "convention", ...decisions, ...delegation];
  return `Pièces jointes : ${pieces.map((piece, index) => `${index + 1}. ${piece}`).join(" ; ")}.`;
}

/**
 * Returns whether the options name the arrêté of the signatory's delegation. A whole formula, « Pour le Maire,
 * l’Adjointe déléguée », gives the authority, and may name no arrêté.
 */
function namesDelegation(statement: Statement): boolean {
  if (decreeOf(statement) !== null) return true;
  const delegated = delegationOf(statement.options.signatory);
  return delegated !== "" && (!isWholeFormula(delegated) || fold(delegated).includes("arrete"));
}
