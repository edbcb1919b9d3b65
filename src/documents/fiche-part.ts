import type { Decimal } from "decimal.js";
import type { Steps } from "../cells";
import { partOf, sum, type CommuneTotal, type SchoolTotal } from "../statement";
import { natures, type Campaign, type Nature, type Payer } from "../tariff";
import {
  billedBefore,
  countedCell,
  type FicheColumn,
  type FicheLine,
  type FichePart,
  type FicheSchool,
  type FicheTable,
} from "./fiche-lines";
import { euros, imported, text } from "./kit/cells";
import { block, plus, sumIf, sumOf, type Area, type Formula, type Place } from "./kit/formula";
import type { HandEdits } from "./kit/hand-edits";
import type { CellStyle } from "./kit/model";
import type { Page } from "./kit/page";
import { greyed, styles } from "./kit/styles";
import type { Cells } from "./kit/table";
import { continued, dayAfter, longDate } from "./kit/texts";

/** Where a payer's part of a fiche is. */
export interface PayerCells {
  /** What its lines come to by nature, and what its schools come to together. */
  readonly total: Readonly<Record<Nature | "total", Place>>;
  /** What its lines come to, by nature. */
  readonly lines: Area;
}

type Row = Cells<FicheColumn>;
type AmountColumn = "amount" | "before";
/** By nature, and together. */
type Amounts = Readonly<Record<Nature | "total", Decimal>>;

/** Rows of a school, or of schools told together, by nature; and what they come to, where a row says it. */
interface Group {
  readonly rows: Readonly<Record<Nature, readonly Row[]>>;
  readonly subtotal: Row | null;
}

/** The rows of each school, once they are written. */
export type WrittenSchools = Map<SchoolTotal, Group>;

export interface PartContext {
  readonly page: Page;
  readonly lines: FicheTable;
  /** Watches what the words of the fiche say again. */
  readonly edits: HandEdits;
  readonly campaign: Campaign;
  readonly payer: Payer;
  readonly part: FichePart;
  /** Of its total. */
  readonly label: string;
  /** A page may begin with a school: its heading says what the page is about. */
  readonly schoolName: (school: SchoolTotal) => string;
  /** Over schools of the campaign compared that no school of this one answers to. */
  readonly formersTitle: string;
  /** What the campaign compared billed; null where there is none. */
  readonly before: Amounts | null;
  /** Whether no page cuts the part, nor parts it from what comes next. */
  readonly isKept: boolean;
  readonly written?: WrittenSchools | undefined;
}

/** Lines of a nature that a page does not cut; where there are more, what they are of is said again over those that follow. */
const linesKeptTogether = 20;

/**
 * Returns what is above the lines of a nature: the days between which what is paid once was installed, or the one on which the
 * rest was counted.
 */
function natureHeading(nature: Nature, { windowStart, snapshot }: Campaign, lines: readonly FicheLine[]): string {
  return nature === "installation"
    ? `Installations du ${longDate(dayAfter(windowStart))} au ${longDate(snapshot)} (payées une fois)`
    : `Maintenance de l’année (${lines.every(({ tariff }) => tariff?.counts === "pupils") ? "effectifs" : "matériel en service"} au ${longDate(snapshot)})`;
}

/** Returns what makes the styles of a part: what the CAGB bears is told for information, in grey. */
function lookOf({ payer }: PartContext): (style: CellStyle) => CellStyle {
  return payer === "cagb" ? greyed : (style) => style;
}

/**
 * Writes one payer's lines, school by school, then their total by nature. Lines, sub-totals and totals are in one column: each is added
 * up by what it is counted in. Returns where the part is.
 */
export function* writePart(context: PartContext, total: CommuneTotal): Steps<PayerCells> {
  const { page, lines, edits, payer, written } = context;
  const first = page.next;
  const { schools, formers } = context.part;
  // The total of one school alone is that of the commune.
  const isAlone = schools.length + Math.min(formers.length, 1) < 2;
  const groups: Group[] = [];
  for (const school of schools) {
    const isLast = formers.length === 0 && school === schools.at(-1);
    const group = writeSchool(context, school, { isAlone, isLast });
    written?.set(school.school, group);
    groups.push(group);
    yield;
  }
  if (formers.length > 0) groups.push(writeFormers(context, formers, isAlone));
  const line = lookOf(context)(styles.line);
  if (groups.length === 0) page.band([text("Aucune prestation.", line)], line, true);
  const { installation, maintenance } = total.split;
  const quantities = lines.area(page, "quantity", { first, last: page.next - 1 });
  edits.watch(quantities, quantitiesIn(schools));
  const whole = partOf(total.split, payer);
  const amounts = { installation: installation[payer], maintenance: maintenance[payer], total: whole };
  return writeTotals(context, amounts, { first, last: page.next - 1, groups, isAlone });
}

/** Returns the sum of quantities of all kinds: that of a shared school moves no amount, and is said as the others are. */
function quantitiesIn(schools: readonly FicheSchool[]): number {
  const lines = schools.flatMap((school) => school.lines);
  return lines.reduce((total, { billed }) => total + (billed?.quantity ?? 0), 0);
}

interface Position {
  /** Whether the part has nothing else: a sub-total would say its total. */
  readonly isAlone: boolean;
  /** Whether the totals come next. */
  readonly isLast: boolean;
}

function writeSchool(context: PartContext, { school, lines }: FicheSchool, position: Position): Group {
  const { page, payer, campaign } = context;
  const name = context.schoolName(school);
  writeGroup(context, name);
  const rowsOf = (nature: Nature): readonly Row[] => {
    const own = lines.filter((line) => line.nature === nature);
    if (own.length === 0) return [];
    if (payer === "commune")
      page.band([text(natureHeading(nature, campaign, own), styles.boldLine)], styles.boldLine, true);
    return writeLines(context, own, name);
  };
  const rows = { installation: rowsOf("installation"), maintenance: rowsOf("maintenance") };
  return withSubtotal(context, page.say("Sous-total [de l’école]"), rows, lines, position);
}

/** Writes the schools of the campaign compared, one row for each nature. */
function writeFormers(context: PartContext, formers: readonly FicheLine[], isAlone: boolean): Group {
  const { formersTitle } = context;
  writeGroup(context, formersTitle);
  const written = writeLines(context, formers, formersTitle);
  const of = (nature: Nature) => written.filter((_row, index) => formers[index]!.nature === nature);
  const rows = { installation: of("installation"), maintenance: of("maintenance") };
  return withSubtotal(context, context.page.say("Sous-total [de ces écoles]"), rows, formers, {
    isAlone,
    isLast: true,
  });
}

/** Writes what is over the lines of a school, or of schools told together, and returns its row. */
function writeGroup(context: PartContext, title: string): number {
  const { page } = context;
  const style = lookOf(context)(styles.group);
  return page.mark(page.band([imported(title, style)], style, true), "group");
}

/** Writes rows that a page does not part from what follows them. One that begins within them says first what they are of. */
function writeLines(context: PartContext, own: readonly FicheLine[], title: string): readonly Row[] {
  const { page, lines } = context;
  const style = lookOf(context)(styles.line);
  const rows: Row[] = [];
  for (let from = 0; from < own.length; from += linesKeptTogether) {
    if (from > 0) context.page.mark(writeGroup(context, continued(title)), "continued");
    const together = own.slice(from, from + linesKeptTogether);
    const isCutAfter = (line: FicheLine) => line === together.at(-1) && line !== own.at(-1);
    rows.push(...lines.rows(page, together, { style, keep: (line) => !isCutAfter(line) }).rows);
  }
  return rows;
}

function withSubtotal(
  context: PartContext,
  label: string,
  rows: Group["rows"],
  own: readonly FicheLine[],
  { isAlone, isLast }: Position,
): Group {
  const { page, lines, isKept } = context;
  if (isAlone) return { rows, subtotal: null };
  const style = lookOf(context)(styles.subtotal);
  const written = natures.flatMap((nature) => rows[nature]);
  const over = (column: AmountColumn) => sumOf(block(written[0]![column], written.at(-1)![column]));
  const before = billedBefore(own);
  const amount = sum(own.flatMap(({ billed }) => (billed === null ? [] : [billed.amount])));
  const cells = {
    amount: euros(amount, style, over("amount")),
    ...(before !== null && { before: euros(before, greyed(style), over("before")) }),
    counted: countedCell("school", style, page.say),
  };
  return { rows, subtotal: lines.total(page, { label, cells, style, keep: isKept || isLast }) };
}

/** Rows between which totals are, and what is in them. */
interface Written {
  readonly first: number;
  readonly last: number;
  readonly groups: readonly Group[];
  readonly isAlone: boolean;
}

/** Writes the total of each nature, then that of the payer. */
function writeTotals(context: PartContext, amounts: Amounts, written: Written): PayerCells {
  const { page, lines, edits, before } = context;
  const { groups, isAlone } = written;
  const counted = (of: Nature | "total", column: AmountColumn) =>
    of === "total"
      ? groups.flatMap(({ subtotal }) => (subtotal === null ? [] : [subtotal[column]]))
      : groups
          .map(({ rows }) => rows[of])
          .filter(({ length }) => length > 0)
          .map((own) => block(own[0]![column], own.at(-1)![column]));
  const row = (of: Nature | "total", ownStyle: CellStyle, label: string): Row => {
    const style = lookOf(context)(ownStyle);
    const formula = (column: AmountColumn, at: Row) =>
      of === "total" && isAlone
        ? plus(installation[column], maintenance[column])!
        : sumIfCounted(written, column, at, counted(of, column));
    const cells = {
      amount: (at: Row) => euros(amounts[of], style, formula("amount", at)),
      ...(before !== null && { before: (at: Row) => euros(before[of], greyed(style), formula("before", at)) }),
      counted: countedCell(of === "total" ? "school" : of, style, page.say),
    };
    return lines.total(page, { label, cells, style, keep: true });
  };
  const installation = row("installation", styles.natureTotal, "Installations (payées une fois)");
  const maintenance = row("maintenance", styles.natureTotal, "Maintenance de l’année");
  const total = row("total", styles.total, context.label);
  const cells = { installation, maintenance, total };
  for (const of of [...natures, "total"] as const) {
    edits.watch(cells[of].amount, amounts[of]);
    if (before !== null) edits.watch(cells[of].before, before[of]);
  }
  return {
    total: { installation: installation.amount, maintenance: maintenance.amount, total: total.amount },
    lines: block(installation.amount, maintenance.amount),
  };
}

/** Adds up, between the rows of a part, what is counted in what the row of a total says. */
function sumIfCounted(
  { first, last }: Written,
  column: AmountColumn,
  at: Row,
  counted: readonly (Area | Place)[],
): Formula {
  const over = (place: Place) => block({ ...place, row: first }, { ...place, row: last });
  return sumIf(over(at.counted), at.counted, over(at[column]), counted);
}
