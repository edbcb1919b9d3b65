export type Side = "top" | "bottom" | "left" | "right";

/** A border as Excel tells it: its line and its weight; `color` is RRGGBB, or null for the automatic one. */
export interface Line {
  readonly style: string;
  readonly weight: string;
  readonly color: string | null;
}

/**
 * How a cell looks. What is null was never chosen: Excel then shows the workbook's own (font, size) or the automatic
 * colour. Styles are shared: two cells that look alike hold the same object.
 */
export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly fontName: string | null;
  readonly size: number | null;
  /** RRGGBB. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly numberFormat: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly borders: Readonly<Partial<Record<Side, Line>>>;
}

export const plain: Style = {
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  fontName: null,
  size: null,
  color: null,
  fill: null,
  numberFormat: "General",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
  borders: {},
};

const known = new Map<string, Style>([[JSON.stringify(plain), plain]]);
const changes = new WeakMap<Style, Map<string, Style>>();

/** The style with some of its parts changed; always the same object for the same look. */
export function restyled(style: Style, patch: Partial<Style>): Style {
  let ofStyle = changes.get(style);
  if (ofStyle === undefined) changes.set(style, (ofStyle = new Map()));
  const key = JSON.stringify(patch);
  let result = ofStyle.get(key);
  if (result === undefined) ofStyle.set(key, (result = shared({ ...style, ...patch })));
  return result;
}

/** The same change for many cells, which mostly have few styles between them. */
export function restyler(patch: Partial<Style>): (style: Style) => Style {
  const done = new Map<Style, Style>();
  return (style) => {
    let result = done.get(style);
    if (result === undefined) done.set(style, (result = restyled(style, patch)));
    return result;
  };
}

/** The style with one border changed; null: no border. */
export function bordered(style: Style, side: Side, line: Line | null): Style {
  const sides: Partial<Record<Side, Line | undefined>> = { ...style.borders, [side]: line ?? undefined };
  const { top, bottom, left, right } = sides;
  // One order of sides, so that the same look has one spelling.
  return restyled(style, {
    borders: { ...(top && { top }), ...(bottom && { bottom }), ...(left && { left }), ...(right && { right }) },
  });
}

function shared(style: Style): Style {
  const key = JSON.stringify(style);
  const existing = known.get(key);
  if (existing !== undefined) return existing;
  known.set(key, style);
  return style;
}
