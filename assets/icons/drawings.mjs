// The drawings, after Office's Monoline style: flat, one thin stroke, at most two elements, one colour beside the greys, the
// modifier at the bottom right with a gap around it as wide as the stroke, no letters.

const ink = "#3a3a38";
const grey = "#797774";
const paper = "#fafafa";
const shade = "#c8c6c4";
const green = "#309048";
const blue = "#0063b1";
const blueLight = "#83beec";
const red = "#d42314";

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
class Pen {
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

  /** Lines of text from `left` to `right`, at pixels, one at each height. */
  text(left, right, heights, colour = grey) {
    for (const height of heights) this.canvas.rectangle(colour, left, height, right, height + this.w);
  }
}

/** A grid of equal columns and rows, its first row coloured; `right` and `bottom` included in the outline. */
function table(pen, [left, top, right, bottom], columns, rows, head) {
  const { canvas, w } = pen;
  pen.box(left, top, right, bottom);
  const across = (index) => left + Math.round(((right - left - w) * index) / columns);
  const down = (index) => top + Math.round(((bottom - top - w) * index) / rows);
  canvas.rectangle(head, left + w, top + w, right - w, down(1));
  for (let index = 1; index < columns; index += 1)
    canvas.rectangle(grey, across(index), top + w, across(index) + w, bottom - w);
  for (let index = 1; index < rows; index += 1)
    canvas.rectangle(grey, left + w, down(index), right - w, down(index) + w);
}

/** An arrow to the left (-1) or to the right (1), its head an open angle; the box at pixels, its height odd or even as the stroke. */
function arrow(pen, [left, top, right, bottom], to, colour) {
  const { canvas, w } = pen;
  const middle = (top + bottom) / 2;
  const reach = (bottom - top) / 2;
  const tip = to > 0 ? right : left;
  const slant = w * Math.SQRT2;
  canvas.rectangle(colour, left + (to < 0 ? w : 0), middle - w / 2, right - (to > 0 ? w : 0), middle + w / 2);
  for (const side of [-1, 1])
    canvas.polygon(colour, [
      [tip, middle],
      [tip - to * reach, middle + side * reach],
      [tip - to * (reach + slant), middle + side * reach],
      [tip - to * slant, middle],
    ]);
}

/** A page with its lines. */
function pageOfText(pen, [left, top, right, bottom], lines) {
  const { w } = pen;
  pen.page(left, top, right, bottom);
  const margin = w + pen.of(3);
  pen.text(left + margin, right - margin, lines.map((line) => pen.at(line)));
}

/** The place of a modifier: a square at the bottom right, what was there taken away with a gap around it. */
function modifier(pen, units = 14) {
  const { canvas, w } = pen;
  const end = pen.at(28);
  const side = Math.max(pen.of(units), 7);
  canvas.rectangle(null, end - side - w, end - side - w, end, end);
  return { left: end - side, top: end - side, right: end, bottom: end, side };
}

/** An arrow that turns: `from` and `to` in degrees, the head at the end `head`. */
function turn(pen, { left, top, side }, from, to, head, colour) {
  const { canvas } = pen;
  const w = pen.w * 1.25;
  const size = Math.max(2, side * 0.26);
  const radius = side / 2 - size / 2;
  const [cx, cy] = [left + side / 2, top + side / 2];
  canvas.arc(colour, cx, cy, radius, w, from, to);
  const angle = ((head === "end" ? to : from) * Math.PI) / 180;
  const sense = head === "end" ? 1 : -1;
  const [x, y] = [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  const [tx, ty] = [-Math.sin(angle) * sense, Math.cos(angle) * sense];
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  canvas.polygon(colour, [
    [x + nx * size, y + ny * size],
    [x + tx * size * 1.5, y + ty * size * 1.5],
    [x - nx * size, y - ny * size],
  ]);
}

/** Two pages, one behind the other. */
function pages(pen) {
  const { canvas, w } = pen;
  const shift = Math.max(2 * w, pen.of(4));
  const [l, t, r, b] = [pen.at(1), pen.at(0), pen.at(20), pen.at(23)];
  pen.page(l, t, r, b);
  canvas.rectangle(null, l + shift - w, t + shift - w, r + shift, b + shift);
  pen.page(l + shift, t + shift, r + shift, b + shift);
}

export const drawings = {
  /** The add-in: a screen that shows a table. */
  ordiclasse(pen) {
    const { canvas, w } = pen;
    const [l, t, r, b] = [pen.at(0), pen.at(2), pen.at(28), pen.at(21)];
    table(pen, [l, t, r, b], 3, 3, green);
    const leg = Math.max(w, pen.of(2));
    const foot = pen.at(26);
    canvas.rectangle(ink, (l + r) / 2 - leg, b, (l + r) / 2 + leg, foot);
    canvas.rectangle(ink, (l + r) / 2 - pen.of(6), foot - w, (l + r) / 2 + pen.of(6), foot);
  },

  /** A window and its pane. */
  volet(pen) {
    const { canvas, w } = pen;
    const [l, t, r, b] = [pen.at(0), pen.at(3), pen.at(28), pen.at(25)];
    pen.box(l, t, r, b);
    const side = pen.at(16);
    canvas.rectangle(blueLight, side, t + w, r - w, b - w);
    canvas.rectangle(blue, side, t + w, side + w, b - w);
    const margin = w + pen.of(2);
    pen.text(side + w + margin, r - w - margin, [pen.at(8), pen.at(13), pen.at(18)], blue);
    pen.text(l + w + margin, side - margin, [pen.at(8), pen.at(13), pen.at(18)]);
  },

  /** A page, read again. */
  relire(pen) {
    pageOfText(pen, [pen.at(1), pen.at(0), pen.at(22), pen.at(28)], [10, 14, 18, 22]);
    turn(pen, modifier(pen, 15), 20, 300, "end", blue);
  },

  /** A selected cell, and where to go. */
  precedent: (pen) => step(pen, -1),
  suivant: (pen) => step(pen, 1),

  /** A list of things to see to. */
  points(pen) {
    const { canvas, w } = pen;
    const mark = Math.max(3, pen.of(5));
    for (const [index, top] of [pen.at(2), pen.at(11.5), pen.at(21)].entries()) {
      const left = pen.at(1);
      if (index === 0) canvas.rectangle(red, left, top, left + mark, top + mark);
      else pen.box(left, top, left + mark, top + mark, paper, red);
      const middle = top + Math.floor((mark - w) / 2);
      canvas.rectangle(ink, left + mark + pen.of(4), middle, pen.at(27), middle + w);
    }
  },

  /** Pages to come. */
  generer(pen) {
    const { canvas, w } = pen;
    pages(pen);
    const { left, top, side } = modifier(pen, 12);
    const thick = w + (pen.canvas.size >= 40 ? 1 : 0);
    const middle = Math.floor((side - thick) / 2);
    canvas.rectangle(green, left, top + middle, left + 2 * middle + thick, top + middle + thick);
    canvas.rectangle(green, left + middle, top, left + middle + thick, top + 2 * middle + thick);
  },

  /** A page, looked at. */
  ouvrir(pen) {
    const { canvas, w } = pen;
    pageOfText(pen, [pen.at(1), pen.at(0), pen.at(22), pen.at(28)], [10, 14, 18, 22]);
    const end = pen.at(28);
    const width = Math.max(9, pen.of(17));
    const height = Math.max(5, pen.of(10));
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
    pageOfText(pen, [l, t, r, b], [10, 14]);
    const margin = w + pen.of(3);
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
    turn(pen, modifier(pen, 15), 180, 420, "start", blue);
  },

  /** A life-ring. */
  aide(pen) {
    const { canvas, w } = pen;
    const middle = canvas.size / 2;
    const outer = canvas.size / 2 - pen.padding;
    const inner = outer * 0.45;
    canvas.disc(ink, middle, middle, outer);
    canvas.disc(paper, middle, middle, outer - w);
    for (const angle of [45, 135, 225, 315])
      canvas.arc(red, middle, middle, (outer - w + inner + w) / 2, outer - inner - 2 * w, angle - 22, angle + 22);
    canvas.disc(ink, middle, middle, inner + w);
    canvas.disc(null, middle, middle, inner);
  },
};

function step(pen, to) {
  const { canvas, w } = pen;
  const [l, t, r, b] = [pen.at(2), pen.at(2), pen.at(26), pen.at(13)];
  pen.box(l, t, r, b);
  const border = w + (canvas.size >= 24 ? Math.ceil(w / 2) : 0);
  canvas.rectangle(green, l, t, r, b);
  canvas.rectangle(paper, l + border, t + border, r - border, b - border);
  const handle = Math.max(2 * w, pen.of(3));
  canvas.rectangle(null, r - handle, b - handle, r + w, b + w);
  canvas.rectangle(green, r - handle + w, b - handle + w, r + w, b + w);
  const reach = Math.max(3, pen.of(5));
  const height = 2 * reach + (w % 2);
  const bottom = pen.at(28);
  arrow(pen, [pen.at(5), bottom - height, pen.at(23), bottom], to, ink);
}

function lens(canvas, colour, cx, cy, width, height) {
  // Two circles through both corners, as far apart as the height says.
  const radius = (width ** 2 / 4 + height ** 2 / 4) / height;
  const away = radius - height / 2;
  canvas.fill(colour, [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2], (x, y) =>
    Math.hypot(x - cx, y - cy - away) <= radius && Math.hypot(x - cx, y - cy + away) <= radius);
}

/** One icon at one size, painted on the canvas. */
export function draw(name, canvas) {
  drawings[name](new Pen(canvas));
}
