// The drawings, after Office's Monoline style: flat, one thin stroke, at most two elements, one colour beside the greys, the
// modifier at the bottom right with a gap around it as wide as the stroke, no letters.

import { arrow, lens, pageOfText, pages, plus, table, turn } from "./parts.mjs";
import { blue, blueLight, green, grey, ink, paper, Pen, red, shade } from "./pen.mjs";

export const drawings = {
  /** The add-in: a screen that shows a table. */
  ordiclasse(pen) {
    const { canvas, w } = pen;
    const [l, t, r, b] = [pen.at(0), pen.at(2), pen.at(28), pen.at(21)];
    table(pen, [l, t, r, b], 3, 3, green);
    const leg = Math.max(w, pen.of(2));
    const foot = pen.at(26);
    canvas.rectangle(grey, (l + r) / 2 - leg, b, (l + r) / 2 + leg, foot);
    canvas.rectangle(grey, (l + r) / 2 - pen.of(6), foot - w, (l + r) / 2 + pen.of(6), foot);
  },

  /** A window and its pane. */
  volet(pen) {
    const { canvas, w } = pen;
    const [l, t, r, b] = [pen.at(0), pen.at(3), pen.at(28), pen.at(25)];
    pen.box(l, t, r, b);
    const side = pen.at(16);
    canvas.rectangle(blueLight, side, t + w, r - w, b - w);
    canvas.rectangle(blue, side, t + w, side + w, b - w);
    const margin = Math.max(w, pen.of(2));
    const first = pen.at(9);
    pen.text(side + w + margin, r - w - margin, first, 3, blue);
    pen.text(l + w + margin, side - margin, first, 3);
  },

  /** A page, read again. */
  relire(pen) {
    pageOfText(pen, [pen.at(1), pen.at(0), pen.at(22), pen.at(28)], 4);
    turn(pen, 15, 10, 290, "to", blue);
  },

  /** A selected cell, and where to go. */
  precedent: (pen) => step(pen, -1),
  suivant: (pen) => step(pen, 1),

  /** A list of things to see to. */
  points(pen) {
    const { canvas, w } = pen;
    const mark = pen.of(5) + ((pen.of(5) - w) % 2);
    const left = pen.at(1);
    const step = pen.of(9.5);
    for (let index = 0; index < 3; index += 1) {
      const top = pen.at(1.5) + index * step;
      if (index === 0) canvas.rectangle(red, left, top, left + mark, top + mark);
      else pen.box(left, top, left + mark, top + mark, paper, red);
      const middle = top + (mark - w) / 2;
      canvas.rectangle(grey, left + mark + pen.of(3), middle, pen.at(27), middle + w);
    }
  },

  /** Pages to come. */
  generer(pen) {
    pages(pen);
    plus(pen, 13, green);
  },

  /** A page, looked at. */
  ouvrir(pen) {
    const { canvas, w } = pen;
    pageOfText(pen, [pen.at(1), pen.at(0), pen.at(22), pen.at(28)], 4);
    const end = pen.at(28);
    const width = Math.max(9, pen.of(17));
    const height = 2 * Math.max(3, pen.of(5));
    canvas.rectangle(null, end - width - w, end - height - w, end, end);
    const [cx, cy] = [end - width / 2, end - height / 2];
    lens(canvas, blue, cx, cy, width, height);
    lens(canvas, paper, cx, cy, width - 2.6 * w, height - 2 * w);
    canvas.disc(blue, cx, cy, Math.max(1, (height - 2 * w) * 0.32));
  },

  /** The statement: a page whose last line is a total. */
  etat(pen) {
    const { canvas, w } = pen;
    const [l, t, r, b] = [pen.at(3), pen.at(0), pen.at(25), pen.at(28)];
    pageOfText(pen, [l, t, r, b], 2);
    const margin = w + pen.of(2.5);
    canvas.rectangle(green, l + margin, pen.at(18), r - margin, pen.at(23));
  },

  /** A table of places. */
  recapitulatif(pen) {
    const { canvas } = pen;
    table(pen, [pen.at(0), pen.at(1), pen.at(26), pen.at(25)], 3, 4, shade);
    const end = pen.at(28);
    const height = Math.max(9, pen.of(16));
    const radius = height * 0.34;
    const cx = end - radius - pen.w;
    const top = end - height;
    const pin = (colour, grow) => {
      canvas.disc(colour, cx, top + radius, radius + grow);
      canvas.polygon(colour, [
        [cx - radius - grow, top + radius],
        [cx + radius + grow, top + radius],
        [cx, end + grow * 1.6],
      ]);
    };
    pin(null, pen.w);
    pin(blue, 0);
    canvas.disc(paper, cx, top + radius, radius * 0.42);
  },

  /** A table of equipment. */
  repartition(pen) {
    const { canvas, w } = pen;
    table(pen, [pen.at(0), pen.at(1), pen.at(26), pen.at(25)], 3, 4, shade);
    const [l, t, r, b] = [pen.at(12), pen.at(14), pen.at(28), pen.at(28)];
    canvas.rectangle(null, l - w, t - w, r, b);
    const foot = b - Math.max(2 * w, pen.of(3));
    pen.box(l, t, r, foot, blueLight, blue);
    const half = Math.max(1, Math.round((r - l) / 4));
    const middle = (l + r) / 2;
    canvas.rectangle(blue, middle - Math.max(w, pen.of(1)) / 2, foot, middle + Math.max(w, pen.of(1)) / 2, b - w);
    canvas.rectangle(blue, Math.round(middle - half), b - w, Math.round(middle + half), b);
  },

  /** Pages taken back. */
  annuler(pen) {
    pages(pen);
    turn(pen, 13.5, 190, 420, "from", blue);
  },

  /** One year beside another: two bars on one line. */
  comparer(pen) {
    const { canvas, w } = pen;
    const ground = pen.at(27);
    pen.box(pen.at(3), pen.at(13), pen.at(12), ground, shade);
    pen.box(pen.at(16), pen.at(2), pen.at(25), ground, green, green);
    canvas.rectangle(grey, pen.at(0), ground, pen.at(28), ground + w);
  },

  /** Sliders, one of them moved. */
  simuler(pen) {
    const { canvas, w } = pen;
    const half = Math.max(2, pen.of(3));
    const sliders = [
      [5, 8, ink, paper],
      [14, 20, blue, blueLight],
      [23, 11, ink, paper],
    ];
    for (const [y, x, stroke, fill] of sliders) {
      const [middle, knob] = [pen.at(y), pen.at(x)];
      canvas.rectangle(grey, pen.at(0), middle, pen.at(28), middle + w);
      canvas.rectangle(null, knob - half - w, middle - half, knob + half + 2 * w, middle + half + w);
      pen.box(knob - half, middle - half, knob + half + w, middle + half + w, fill, stroke);
    }
  },

  /** A selected cell, and what is said of it. */
  expliquer(pen) {
    const { canvas, w } = pen;
    selected(pen, [pen.at(0), pen.at(1), pen.at(24), pen.at(13)]);
    const [l, t, r, b] = [pen.at(9), pen.at(11), pen.at(28), pen.at(23)];
    const tail = Math.max(3, pen.of(5));
    canvas.rectangle(null, l - w, t - w, r, b + w);
    pen.box(l, t, r, b, blueLight, blue);
    canvas.polygon(blue, [
      [l + tail, b - w],
      [l + 2 * tail, b - w],
      [l + tail, Math.min(b + tail, canvas.size - pen.padding)],
    ]);
    const margin = w + Math.max(w, pen.of(2.5));
    const rows = b - t >= 8 * w + 2 ? 2 : 1;
    for (let row = 1; row <= rows; row += 1) {
      const middle = Math.round(t + ((b - t) * row) / (rows + 1) - w / 2);
      canvas.rectangle(paper, l + margin, middle, r - margin, middle + w);
    }
  },

  /** A life-ring. */
  aide(pen) {
    const { canvas, w } = pen;
    const middle = canvas.size / 2;
    const outer = canvas.size / 2 - pen.padding;
    const inner = Math.round(outer * 0.4);
    canvas.disc(ink, middle, middle, outer);
    canvas.disc(paper, middle, middle, outer - w);
    for (const angle of [45, 135, 225, 315])
      canvas.arc(red, middle, middle, (outer - w + inner + w) / 2, outer - inner - 2 * w, angle - 22, angle + 22);
    canvas.disc(ink, middle, middle, inner + w);
    canvas.disc(null, middle, middle, inner);
  },
};

/** A cell as Excel shows the one that is selected. */
function selected(pen, [l, t, r, b]) {
  const { canvas, w } = pen;
  pen.box(l, t, r, b);
  const border = w + (canvas.size >= 24 ? Math.ceil(w / 2) : 0);
  canvas.rectangle(green, l, t, r, b);
  canvas.rectangle(paper, l + border, t + border, r - border, b - border);
  const handle = Math.max(2 * w, pen.of(3));
  canvas.rectangle(null, r - handle, b - handle, r + w, b + w);
  canvas.rectangle(green, r - handle + w, b - handle + w, r + w, b + w);
}

function step(pen, to) {
  selected(pen, [pen.at(2), pen.at(2), pen.at(26), pen.at(13)]);
  const reach = Math.max(3, pen.of(5));
  const height = 2 * reach + (pen.w % 2);
  const bottom = pen.at(28);
  arrow(pen, [pen.at(5), bottom - height, pen.at(23), bottom], to, green);
}

/** One icon at one size, painted on the canvas. */
export function draw(name, canvas) {
  drawings[name](new Pen(canvas));
}
