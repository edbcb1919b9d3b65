import type { SheetModel } from "../../src/documents";

/** A model of rows of one text each, in columns of equal width. */
export function modelOf(
  texts: readonly (readonly (string | number | null)[])[],
  more: Partial<SheetModel> = {},
): SheetModel {
  const rows = texts.map((cells) => ({ cells: cells.map((value) => (value === null ? null : { value })) }));
  return {
    key: "titre",
    name: "Titre CAGB",
    widths: [30, 12, 12],
    rows,
    freeze: null,
    charts: [],
    dataBars: [],
    names: [],
    tabColor: null,
    print: {
      orientation: "portrait",
      area: { lastRow: rows.length - 1, lastColumn: 2 },
      titleRows: null,
      header: ["Ville && CAGB", "", "État"],
      footer: ["", "", "Page &P / &N"],
      breaksBefore: [],
      onePage: false,
      margins: { top: 0.7, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    ...more,
  };
}
