import { makeElement } from "./draw-rows";
import type { Unit } from "./sheet-layout";

const measured = "0".repeat(50);

/** Measures the size of text that a sheet is drawn in. */
export class TextProbe {
  readonly element = makeElement("span", { class: "sheet-probe sheet-zoom", "aria-hidden": "true" }, measured);
  unit: Unit = { character: 0, point: 0 };

  /** Measures again; returns whether the size has changed. */
  measure(): boolean {
    const before = this.unit;
    const character = this.element.getBoundingClientRect().width / measured.length;
    const point = Number.parseFloat(getComputedStyle(this.element).fontSize) / 11;
    this.unit = { character, point };
    return Math.abs(character - before.character) >= 0.01 || Math.abs(point - before.point) >= 0.01;
  }
}
