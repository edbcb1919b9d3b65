// Colours and measures of Office's Monoline icons, and a pen that keeps to them.

export const ink = "#3a3a38";
export const grey = "#797774";
export const paper = "#fafafa";
export const shade = "#c8c6c4";
export const green = "#309048";
export const blue = "#1e8bcd";
export const blueLight = "#83beec";
export const red = "#d42314";

/** Pixels left free around a drawing, and the width of its strokes, at each size that Office asks for. */
const measures = {
  16: [0, 1],
  20: [1, 1],
  24: [1, 1],
  32: [2, 1],
  40: [2, 2],
  48: [3, 2],
  64: [4, 2],
  80: [5, 2],
  128: [8, 4],
};

export const sizes = Object.keys(measures).map(Number);

/**
 * A drawing says places on a square of 28 units, whatever the size; `at` puts each on a whole pixel, so that straight edges are
 * sharp at every size, and `w` is the stroke's width.
 */
export class Pen {
  constructor(canvas) {
    this.canvas = canvas;
    const [padding, stroke] = measures[canvas.size];
    this.padding = padding;
    this.w = stroke;
    this.scale = (canvas.size - 2 * padding) / 28;
  }

  at(units) {
    return this.padding + Math.round(units * this.scale);
  }

  /** A length, at least one pixel. */
  of(units) {
    return Math.max(1, Math.round(units * this.scale));
  }

  /** A box with its stroke inside. */
  box(left, top, right, bottom, fill = paper, stroke = ink) {
    const { canvas, w } = this;
    canvas.rectangle(stroke, left, top, right, bottom);
    canvas.rectangle(fill, left + w, top + w, right - w, bottom - w);
  }

  /** A sheet of paper with its corner folded, at pixels. */
  page(left, top, right, bottom) {
    const { canvas, w } = this;
    const fold = Math.max(3 * w, this.of(7));
    const outline = (inset, shift) => [
      [left + inset, top + inset],
      [right - fold - shift, top + inset],
      [right - inset, top + fold + shift],
      [right - inset, bottom - inset],
      [left + inset, bottom - inset],
    ];
    canvas.polygon(ink, outline(0, 0));
    canvas.polygon(paper, outline(w, w * 0.4));
    canvas.rectangle(ink, right - fold - w, top, right - fold, top + fold + w);
    canvas.rectangle(ink, right - fold - w, top + fold, right, top + fold + w);
    canvas.polygon(paper, [
      [right - fold, top + w * 1.4],
      [right - w * 1.4, top + fold],
      [right - fold, top + fold],
    ]);
  }

  /** So many lines of text from `left` to `right`, at pixels, from the height `first` on, evenly spaced. */
  text(left, right, first, count, colour = grey) {
    const step = Math.max(2 * this.w, this.of(4));
    for (let line = 0; line < count; line += 1)
      this.canvas.rectangle(colour, left, first + line * step, right, first + line * step + this.w);
  }
}

