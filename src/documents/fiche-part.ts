import type { Decimal } from "decimal.js";
import type { Steps } from "../cells";
import { partOf, sum, type CommuneTotal, type SchoolTotal } from "../statement";
import { natures, type Campaign, type Nature, type Payer } from "../tariff";
import {
  billedBefore,
  countedCell,
  labelCell,
  type FicheColumn,
  type FicheLine,
  type FichePart,
  type FicheTable,
} from "./fiche-lines";
import { euros, imported, text } from "./kit/cells";
import { block, plus, sumIf, sumOf, type Area, type Formula, type Place } from "./kit/formula";
import type { HandEdits } from "./kit/hand-edits";
import type { CellStyle } from "./kit/model";
import type { Page } from "./kit/page";
import { greyed, styles } from "./kit/styles";
import type { Cells } from "./kit/table";
import { continued, dayAfter, longDate, uncapitalised } from "./kit/texts";

/** The cells of a payer's part of a fiche. */
export interface PayerCells {
  /** The sum of its schools. */
  readonly total: Place;
  /** The formula of the sum of its lines by nature; null without a line of that nature. */
  readonly byNature: Readonly<Record<Nature, Formula | null>>;
}

export type FicheRow = Cells<FicheColumn>;
type AmountColumn = "amount" | "before";

/** Rows of a school, or of several schools together. */
export interface Group {
  readonly rows: Readonly<Record<Nature, readonly FicheRow[]>>;
  /** The row of the subtotal; null when the total of the part is enough. */
  readonly subtotal: FicheRow | null;
  /** Returns the formula of its sum in a column. */
  readonly sum: (column: AmountColumn) => Formula;
}

/** The rows of each school, once they are written. */
export type WrittenSchools = Map<SchoolTotal, Group>;

export interface PartContext {
  readonly page: Page;
  readonly lines: FicheTable;
  /** Watches the amounts that sentences of the fiche repeat. */
  readonly edits: HandEdits;
  readonly campaign: Campaign;
  readonly payer: Payer;
  readonly part: FichePart;
  /** The heading of the part over its columns; and on the next pages, with the commune's name. */
  readonly heading: string;
  readonly continuedHeading: string;
  /** The label of its total. */
  readonly label: string;
  /** Over schools of the campaign compared that no school of this one answers to. */
  readonly formersTitle: string;
  /** The amount billed by the compared campaign; null without one. */
  readonly before: Decimal | null;
  /** Returns how many rows the page that is written has room for; undefined where all is on one. */
  readonly rowsLeft?: (() => number) | undefined;
  readonly written: WrittenSchools;
}

/** Titles of columns, beside that of what they are of. */
export const titleLooks = {
  left: styles.section,
  right: styles.columnTitle,
  beside: styles.columnTitleBeside,
} as const;

/** Returns the style of a part: the part of the CAGB is in grey, for information. */
function lookOf({ payer }: Pick<PartContext, "payer">): (style: CellStyle) => CellStyle {
  return payer === "cagb" ? greyed : (style) => style;
}

/** Writes the heading of a part over its columns, or its continuation. */
export function writeTitles(context: PartContext, isContinued = false): void {
  const { page, lines, rowsLeft } = context;
  if (!isContinued && rowsLeft !== undefined && rowsLeft() < rowsUnderTitles) page.startPage();
  const look = lookOf(context);
  const heading = labelCell(isContinued ? context.continuedHeading : context.heading, look(styles.section));
  const row = lines.titles(page, { headed: { heading, looks: titleLooks } });
  if (isContinued) page.mark(row, "continued");
}

/** Titles are never at the foot of a page. */
const rowsUnderTitles = 6;

/**
 * Starts a page, with the heading of the continuation, when the current one has no room for some rows; returns whether
 * it did.
 */
export function makeRoom(context: PartContext, rows: number): boolean {
  const { page, rowsLeft } = context;
  if (rowsLeft === undefined || rowsLeft() >= rows) return false;
  page.startPage();
  writeTitles(context, true);
  return true;
}

/**
 * Writes what a commune pays, school by school: for each nature, a title, its lines and their sub-total; then the
 * total. Returns the cells of the part.
 */
export function* writeOwnPart(context: PartContext, total: CommuneTotal): Steps<PayerCells> {
  const { page, edits, written } = context;
  writeTitles(context);
  const first = page.next;
  const { schools, formers } = context.part;
  // With a single school, its total is that of the commune.
  const isAlone = schools.length + Math.min(formers.length, 1) < 2;
  const groups: Group[] = [];
  for (const { school, lines } of schools) {
    const isLast = formers.length === 0 && school === schools.at(-1)!.school;
    const subtotalLabel = page.say("Sous-total [de l’école]");
    const group = writeGroup(context, {
      name: school.school.name,
      lines,
      subtotalLabel,
      areFormers: false,
      isAlone,
      isLast,
    });
    written.set(school, group);
    groups.push(group);
    yield;
  }
  if (formers.length > 0) {
    const subtotalLabel = page.say("Sous-total [de ces écoles]");
    groups.push(
      writeGroup(context, {
        name: context.formersTitle,
        lines: formers,
        subtotalLabel,
        areFormers: true,
        isAlone,
        isLast: true,
      }),
    );
  }
  if (groups.length === 0) page.band([text("Aucune prestation.", styles.line)], styles.line, true);
  edits.watch(...quantitiesIn(context, first));
  return writeTotal(context, partOf(total.split, "commune"), { first, groups });
}

/**
 * Returns the cells of the quantities of a part from a row on, and their sum: the quantity of a shared school changes
 * no amount, and sentences repeat it like the others.
 */
export function quantitiesIn({ page, lines, part }: PartContext, first: number) {
  const own = part.schools.flatMap((school) => school.lines);
  const counted = own.reduce((total, { billed }) => total + (billed?.quantity ?? 0), 0);
  return [lines.area(page, "quantity", { first, last: page.next - 1 }), counted] as const;
}

export function sumOver(rows: readonly FicheRow[]) {
  return (column: AmountColumn): Formula => sumOf(block(rows[0]![column], rows.at(-1)![column]));
}

/** A school to write, or several schools together. */
interface GroupToWrite {
  readonly name: string;
  readonly lines: readonly FicheLine[];
  readonly subtotalLabel: string;
  /** Whether they are of the campaign compared alone. */
  readonly areFormers: boolean;
  /** Whether the part has no other group: a subtotal would repeat its total. */
  readonly isAlone: boolean;
  /** Whether the total comes next. */
  readonly isLast: boolean;
}

/** Number of rows of the total and of its sum in words. */
const rowsOfEnd = 2;

/** The maximum number of rows kept together on a page; with more, their heading is repeated on the next page. */
const rowsKeptTogether = 26;

function writeGroup(
  context: PartContext,
  { name, lines, subtotalLabel, areFormers, isAlone, isLast }: GroupToWrite,
): Group {
  const { page, campaign } = context;
  const sections = natures.map((nature) => lines.filter((line) => line.nature === nature));
  // Lines of another campaign include their nature: its dates differ.
  const own = areFormers ? [lines] : sections.filter(({ length }) => length > 0);
  // With one nature, its name is beside that of the school, and its sum is the school's.
  const isOfOne = own.length === 1;
  const rowsNeeded = 1 + lines.length + (isOfOne ? 0 : 2 * own.length) + Number(!isAlone) + (isLast ? rowsOfEnd : 0);
  makeRoom(context, Math.min(rowsNeeded, rowsKeptTogether));
  const headings = own.map((section) => natureHeading(section[0]!.nature, campaign, section));
  writeHeading(page, isOfOne && !areFormers ? `${name} · ${uncapitalised(headings[0]!)}` : name);
  const written = own.map((section, index) => {
    if (!isOfOne) page.mark(page.band([text(headings[index]!, styles.boldLine)], styles.boldLine, true), "row");
    const rows = writeLines(context, section, name, rowsNeeded > rowsKeptTogether);
    const sum = sumOver(rows);
    const subtotal = isOfOne
      ? null
      : writeSubtotal(context, section, { label: sectionSubtotals[section[0]!.nature], sum, keep: true });
    return { section, rows, sum, subtotal };
  });
  const rowsOf = (of: Nature) =>
    written.flatMap((one) => one.rows.filter((_row, index) => one.section[index]!.nature === of));
  const rows = { installation: rowsOf("installation"), maintenance: rowsOf("maintenance") };
  const sum = isOfOne
    ? written[0]!.sum
    : (column: AmountColumn) => plus(...written.map(({ subtotal }) => subtotal![column]))!;
  const subtotal = isAlone
    ? null
    : writeSubtotal(context, lines, { label: subtotalLabel, sum, keep: isLast, of: "school" });
  return { rows, subtotal, sum };
}

/** Writes the heading of the lines of a school, or of several schools together. */
function writeHeading(page: Page, title: string): number {
  return page.mark(page.band([imported(title, styles.group)], styles.group, true), "group");
}

/** Returns the heading of the lines of a nature: the period of installation, or the day of count. */
function natureHeading(nature: Nature, { windowStart, snapshot }: Campaign, lines: readonly FicheLine[]): string {
  return nature === "installation"
    ? `Installations du ${longDate(dayAfter(windowStart))} au ${longDate(snapshot)} (payées une fois)`
    : `Maintenance de l’année (${lines.every(({ tariff }) => tariff?.counts === "pupils") ? "effectifs" : "matériel en service"} au ${longDate(snapshot)})`;
}

/** Writes lines that no page break separates from the next rows, unless they exceed a page. */
function writeLines(
  context: PartContext,
  own: readonly FicheLine[],
  name: string,
  isLong: boolean,
): readonly FicheRow[] {
  const { page, lines } = context;
  return own.flatMap((line) => {
    if (isLong && makeRoom(context, rowsUnderTitles)) page.mark(writeHeading(page, continued(name)), "continued");
    return lines.rows(page, [line], { style: styles.line, keep: () => true }).rows;
  });
}

const sectionSubtotals: Readonly<Record<Nature, string>> = {
  installation: "Sous-total des installations",
  maintenance: "Sous-total de la maintenance",
};

interface Subtotal {
  readonly label: string;
  readonly sum: Group["sum"];
  readonly keep: boolean;
  /** Its unit in the total of the part; absent when the total does not include it. */
  readonly of?: "school";
}

function writeSubtotal(
  { page, lines }: PartContext,
  own: readonly FicheLine[],
  { label, sum: of, keep, of: counted }: Subtotal,
): FicheRow {
  const style = counted === undefined ? styles.partSubtotal : styles.subtotal;
  const before = billedBefore(own);
  const amount = sum(own.flatMap(({ billed }) => (billed === null ? [] : [billed.amount])));
  const cells = {
    amount: euros(amount, style, of("amount")),
    ...(before !== null && { before: euros(before, greyed(style), of("before")) }),
    ...(counted !== undefined && { counted: countedCell(counted, style, page.say) }),
  };
  return lines.total(page, { label, cells, style, keep });
}

/** The groups of a part, from its first row on. */
interface Written {
  readonly first: number;
  readonly groups: readonly Group[];
}

/** Writes the total of a payer's part; only the amount due is shown when it is zero. */
export function writeTotal(context: PartContext, amount: Decimal, { first, groups }: Written): PayerCells {
  const { page, lines, edits, payer, before } = context;
  const style = payer === "cagb" ? greyed(styles.borneTotal) : styles.partTotal;
  const last = page.next - 1;
  const column = (key: FicheColumn) => lines.area(page, key, { first, last });
  const subtotals = groups.flatMap(({ subtotal }) => (subtotal === null ? [] : [subtotal]));
  const sumBy = (at: Place, key: AmountColumn, counted: readonly (Area | Place)[]) =>
    sumIf(column("counted"), at, column(key), counted);
  const formula = (key: AmountColumn, at: FicheRow) =>
    subtotals.length === 0
      ? groups[0]?.sum(key)
      : sumBy(
          at.counted,
          key,
          subtotals.map((row) => row[key]),
        );
  const total = lines.total(page, {
    label: context.label,
    style,
    keep: true,
    cells: {
      amount: (at: FicheRow) => euros(amount, style, formula("amount", at)),
      ...(before !== null && { before: (at: FicheRow) => euros(before, greyed(style), formula("before", at)) }),
      ...(subtotals.length > 0 && { counted: countedCell("school", style, page.say) }),
    },
  });
  edits.watch(total.amount, amount);
  if (before !== null) edits.watch(total.before, before);
  const byNature = (nature: Nature): Formula | null => {
    const counted = groups.flatMap(({ rows }) => rows[nature]);
    return counted.length === 0
      ? null
      : sumBy(
          counted[0]!.counted,
          "amount",
          counted.map((row) => row.amount),
        );
  };
  return {
    total: total.amount,
    byNature: { installation: byNature("installation"), maintenance: byNature("maintenance") },
  };
}
