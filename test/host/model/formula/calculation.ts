import type { CellBlock } from "../../../../src/cells";
import { bounding, contains, meets, type Area } from "../state/area";
import type { HostBook } from "../state/book";
import { placeOf, wireOf, type Formula } from "../state/cell";
import type { HostSheet } from "../state/sheet";
import { CustomCalls } from "./custom-calls";
import { isRows, Library, type Result } from "./library";
import { blockAt, type Located } from "./located";
import { blocksOf, usesNames } from "./references";
import { isSameSpill, Spills, type Spill } from "./spills";

type Precedents = "everything" | readonly { readonly sheet: HostSheet; readonly block: CellBlock }[];

/** Results that Excel cannot know without looking at the clock, or at places that no reference names. */
const volatile = /\b(INDIRECT|OFFSET|TODAY|NOW|RAND|RANDBETWEEN)\(/i;

/**
 * The results of a workbook's formulas: only what depends on a change is computed again, when somebody looks. The changes of
 * a sheet are taken together, as the block that holds them all.
 */
export class Calculation {
  private readonly changes = new Map<HostSheet, CellBlock>();
  private readonly precedents = new WeakMap<Formula, Precedents>();
  private readonly spills = new Spills();
  private readonly library: Library;
  private readonly custom: CustomCalls;

  constructor(private readonly book: HostBook) {
    this.custom = new CustomCalls(book);
    this.library = new Library(book, this.custom);
  }

  /** Cells changed; what depends on them is out of date. */
  changed(sheet: HostSheet, block: CellBlock): void {
    const known = this.changes.get(sheet);
    if (known === undefined) this.changes.set(sheet, block);
    else if (!contains(known, block)) this.changes.set(sheet, bounding(known, block));
  }

  /** Names or sheets changed: what looks at them otherwise than by a reference to cells is out of date. */
  changedNames(): void {
    for (const located of this.formulas())
      if (this.precedentsOf(located) === "everything") {
        located.formula.dirty = true;
        this.changed(located.sheet, blockAt(located.place));
      }
  }

  /** Functions changed, or all is asked for: everything is out of date. */
  changedAll(): void {
    for (const { formula } of this.formulas()) formula.dirty = true;
    for (const sheet of this.book.sheets) this.changed(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
  }

  /** After opening: formulas to which the file gave no result are out of date. */
  start(): void {
    for (const { sheet, place, formula } of this.formulas()) if (formula.dirty) this.changed(sheet, blockAt(place));
  }

  /** True where something changed since all was last computed. */
  get isPending(): boolean {
    return this.changes.size > 0 || [...this.formulas()].some(({ formula }) => formula.dirty);
  }

  /**
   * Brings every result up to date, but where the workbook is computed on demand, and nobody asked; calls to custom functions that
   * were never answered give `#BUSY!`.
   */
  update(isAsked = false): void {
    if (this.book.calculationMode === "Manual" && !isAsked) return;
    while (this.changes.size > 0) {
      const all = [...this.formulas()];
      this.spread(all);
      for (const located of all) if (located.formula.dirty) this.compute(located);
    }
  }

  /** Computes, in a workbook that is computed on demand, the formulas just typed in an area: from what the other cells show. */
  enter(area: Area): void {
    if (this.book.calculationMode !== "Manual") return;
    area.sheet.grid.eachFilled(area, (row, column) => {
      const formula = area.sheet.grid.formula(row, column);
      if (formula === undefined) return;
      const located = { sheet: area.sheet, place: placeOf(row, column), formula };
      const { result, missing } = this.library.evaluate(located, formula);
      this.keep(located, result);
      formula.dirty = missing.length > 0;
    });
  }

  /** Brings every result up to date, custom functions answered. */
  async complete(): Promise<void> {
    this.update(true);
    while (this.custom.isWaiting) {
      for (const located of await this.custom.answer()) {
        located.formula.dirty = true;
        this.changed(located.sheet, blockAt(located.place));
      }
      this.update(true);
    }
  }

  /** The block that the formula of a cell spills over, or null. */
  spillOf(sheet: HostSheet, row: number, column: number): CellBlock | null {
    const formula = sheet.grid.formula(row, column);
    const spill = formula === undefined ? undefined : this.spills.of(formula);
    return spill === undefined || spill.shown.size === 0 ? null : spill.block;
  }

  /** Why Excel would refuse to enter a formula; null where it would not. */
  faultOf(formula: string): string | null {
    return this.library.faultOf(formula);
  }

  private *formulas(): Generator<Located> {
    for (const sheet of this.book.sheets)
      for (const [place, formula] of sheet.grid.formulas) yield { sheet, place, formula };
  }

  /** Marks, of all formulas, those that depend on what changed. */
  private spread(all: readonly Located[]): void {
    for (const spill of this.spills.all()) this.dropStaleSpill(spill);
    let clean = all.filter(({ formula }) => !formula.dirty);
    for (let grown = new Set(this.changes.keys()); grown.size > 0;) {
      const before = new Map(this.changes);
      clean = clean.filter((located) => {
        if (!this.isTouched(located, grown)) return true;
        located.formula.dirty = true;
        this.changed(located.sheet, blockAt(located.place));
        return false;
      });
      grown = new Set([...this.changes.keys()].filter((sheet) => this.changes.get(sheet) !== before.get(sheet)));
    }
    this.changes.clear();
  }

  /** Whether a formula depends on changes of these sheets. */
  private isTouched(located: Located, changed: ReadonlySet<HostSheet>): boolean {
    const precedents = this.precedentsOf(located);
    if (precedents === "everything") return true;
    return precedents.some(({ sheet: on, block }) => {
      return changed.has(on) && meets(this.changes.get(on)!, block);
    });
  }

  private precedentsOf({ sheet, formula }: Located): Precedents {
    const known = this.precedents.get(formula);
    if (known !== undefined) return known;
    const precedents = this.findPrecedents(sheet, formula.text);
    this.precedents.set(formula, precedents);
    return precedents;
  }

  private findPrecedents(sheet: HostSheet, text: string): Precedents {
    if (volatile.test(text) || usesNames(text)) return "everything";
    const blocks: { sheet: HostSheet; block: CellBlock }[] = [];
    for (const { sheet: name, block } of blocksOf(text)) {
      const on = name === null ? sheet : this.book.findSheet(name);
      // A sheet of that name may come.
      if (on === null) return "everything";
      blocks.push({ sheet: on, block });
    }
    return blocks;
  }

  /** A spill whose formula is gone takes its results with it; one whose cells changed is computed again. */
  private dropStaleSpill(spill: Spill): void {
    const { sheet, place, formula, block } = spill;
    const isGone = sheet.isDeleted || sheet.grid.formulas.get(place) !== formula;
    const change = this.changes.get(sheet);
    if (isGone) {
      this.spills.remove(spill);
      this.changed(sheet, block);
    } else if (change !== undefined && meets(change, block) && !formula.dirty) formula.dirty = true;
  }

  /** Computes a formula, those that it waits for first. */
  private compute(first: Located): void {
    const waiting: Located[] = [first];
    const begun = new Set<Formula>();
    for (let located = waiting.at(-1); located !== undefined; located = waiting.at(-1)) {
      if (!located.formula.dirty) {
        waiting.pop();
        continue;
      }
      const { result, missing } = this.library.evaluate(located, located.formula);
      // A formula that waits for itself is in a circle: Excel takes what it has for 0, and so does this.
      const next = missing.filter((one) => !begun.has(one.formula));
      begun.add(located.formula);
      if (next.length > 0) waiting.push(...next);
      else this.keep(located, result);
    }
  }

  private keep(located: Located, result: Result): void {
    const { formula, sheet } = located;
    const before = this.spills.of(formula);
    if (before !== undefined) this.spills.remove(before);
    formula.value = isRows(result) ? this.spills.put(located, result) : result;
    formula.dirty = false;
    if (wireOf(formula.value) !== wireOf(formula.cached ?? null)) sheet.grid.touched?.add(located.place);
    const after = this.spills.of(formula);
    if (isSameSpill(before, after)) return;
    for (const spill of [before, after]) if (spill !== undefined) this.changed(sheet, spill.block);
  }
}
