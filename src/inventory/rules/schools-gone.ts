import { addTo } from "../../cells";
import { headcount } from "../../tariff";
import type { Fact, Line } from "../facts";
import type { Claim } from "../ledger";
import type { Reading } from "../reading";
import { columnOf, isCorrected } from "../column";
import { placeIn } from "../table";
import type { TableReading } from "../table-reading";
import { shownCell } from "../texts/values";
import { freeText, type FreeText } from "./sheet-lines";
import { isBilledKind } from "./facets";
import { namedIn, type NamedLines } from "./lines-named";

/**
 * Finds the titles and states that leave out the equipment of schools whose pupils are shown elsewhere. (decisions §4)
 */
export class SchoolsGone {
  private readonly byKey = new Map<string, Line[]>();

  constructor(
    private readonly reading: Reading,
    private readonly all: NamedLines,
  ) {
    for (const line of all.lines) addTo(this.byKey, this.keyOf(line), line);
  }

  /** Returns the titles and states of a table about schools, with the lines of these schools elsewhere. */
  of(each: TableReading): FreeText[] {
    return [...this.byTitles(each), ...this.byStates(each)];
  }

  private keyOf({ who }: Line): string {
    return this.reading.schools.keyOf(who);
  }

  private byTitles(each: TableReading): FreeText[] {
    return each.undueSections.flatMap(({ text, row, column, isChosen, isOfSchools, rows }): FreeText[] => {
      if (!isOfSchools) return [];
      const names = new Set(rows.map((at) => namedIn(each, at)));
      const named = new Set([...names].flatMap((name) => this.all.in(name) ?? []));
      const equipped = new Set([...named].filter(countsEquipment).map((line) => this.keyOf(line)));
      const lines = [...named].filter((line) => !equipped.has(this.keyOf(line)));
      if (lines.length === 0) return [];
      return [textAt(each, { text, row, column, from: "section", isOut: isChosen, lines })];
    });
  }

  /**
   * A date of leaving that the user chose concerns the whole school; a state that is read only concerns its pupils
   * elsewhere.
   */
  private byStates(each: TableReading): FreeText[] {
    const { table, reader, lines } = each;
    const state = columnOf(table, "status") ?? columnOf(table, "date-out");
    if (state === null || !(table.turned || table.layout === "school-rows" || table.layout === "headcounts")) return [];
    const { ledger, context } = this.reading;
    const staying = new Set(lines.filter((line) => !this.isOut(line)).map((line) => this.keyOf(line)));
    return lines
      .filter((line) => !staying.has(this.keyOf(line)))
      .flatMap((line): FreeText[] => {
        const others = this.byKey.get(this.keyOf(line))!.filter((other) => this.isElsewhere(other, each));
        const facts = others.flatMap((other) => other.facts).filter((fact) => ledger.isOpen(fact));
        if (facts.length === 0 || (!isCorrected(state) && facts.some(({ code }) => code !== headcount))) return [];
        const text = shownCell(reader.cell(line.row, state.index));
        const chosen = context.words.of("state", text);
        const isOut = chosen === "out" || chosen === "stock" || isCorrected(state);
        return [textAt(each, { text, row: line.row, column: state.index, from: "state", isOut, lines: others })];
      });
  }

  /** Returns whether a line belongs to another table that may be billed. */
  private isElsewhere({ table }: Line, each: TableReading): boolean {
    return table !== each.table && isBilledKind(table.kind) && this.reading.ledger.tableClaim(table) === null;
  }

  /** Returns whether all the facts of a line are left out, one of them at least by a state or a date. */
  private isOut({ facts }: Line): boolean {
    const claims = facts.filter(({ code }) => code !== null).map((fact) => this.reading.ledger.claimOf(fact));
    return claims.some(isGone) && claims.every((claim) => claim?.is === "left-out");
  }
}

const isGone = (claim: Claim | null): boolean =>
  claim?.is === "left-out" &&
  (claim.proof === "text" || claim.proof === "date") &&
  (claim.reason === "withdrawn" || claim.reason === "spare");

const isEquipment = ({ code }: Fact): boolean => code !== null && code !== headcount;
const countsEquipment = ({ facts }: Line): boolean => facts.some(isEquipment);

function textAt(
  each: TableReading,
  { row, column, ...rest }: Pick<FreeText, "text" | "from" | "isOut" | "lines"> & { row: number; column: number },
): FreeText {
  return freeText({ ...rest, sheet: each.table.on.sheet, place: placeIn(each.table, row, column), each });
}
