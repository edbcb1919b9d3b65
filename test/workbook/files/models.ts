import type { ModelCell, SheetModel } from "../../../src/documents";

const cell = (value: ModelCell["value"], rest: Omit<ModelCell, "value"> = {}): ModelCell => ({ value, ...rest });

/** A small generated sheet that uses everything a model can ask for. */
export function ficheModel(key: string, name: string, overrides: Partial<SheetModel> = {}): SheetModel {
  return {
    key,
    name,
    widths: [30, 10, 12.5],
    rows: [
      { cells: [cell("Fiche", { style: { bold: true, size: 14, fill: "DDEBF7" } })], height: 24 },
      {
        cells: [
          cell("École", { style: { bold: true, borders: { bottom: "thin" } } }),
          cell("Quantité"),
          cell("Montant"),
        ],
      },
      {
        cells: [
          cell("=cmd|' /C calc'!A0", { style: { numberFormat: "@" } }),
          cell(12, { style: { numberFormat: "#,##0" } }),
          cell(442.32, { formula: "B3*36.86", style: { numberFormat: '#,##0.00 "€"' } }),
        ],
      },
      {
        cells: [cell("+33"), cell(2, { style: { align: "right", wrap: true } }), cell(73.72, { formula: "B4*36.86" })],
      },
      { cells: [cell("  Total & reste <b> "), null, cell(516.04, { formula: "SUM(C3:C4)" })] },
      {
        cells: [
          cell("#N/A", { style: { numberFormat: "@" } }),
          cell(true),
          cell("oui", { formula: 'IF(C5>0,"oui","non")' }),
        ],
      },
      { cells: [cell("Parc!A1", { link: { sheet: "L'Haÿ d'Or", cell: "A1", tip: "Voir la cellule" } })] },
      { cells: [cell("autre", { link: { file: "autre fichier.xlsx", sheet: "Parc & co", cell: "B2" } })] },
    ],
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: "landscape",
      area: { lastRow: 7, lastColumn: 2 },
      titleRows: { first: 0, last: 1 },
      header: ["Ville", "", "&D"],
      footer: ["", "Page &P / &N", ""],
      breaksBefore: [4],
      onePage: false,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.2, footer: 0.3 },
    },
    charts: [],
    dataBars: [],
    names: [],
    tabColor: "1F4E79",
    ...overrides,
  };
}

/** The same with a chart of each kind over its own cells, bars in two columns, and a name that points at its total. */
export function recapModel(name: string): SheetModel {
  return ficheModel("recapitulatif", name, {
    charts: [
      {
        kind: "bar-stacked",
        title: "Montants",
        categories: { column: 0, firstRow: 2, lastRow: 3 },
        series: [
          { title: "CAGB", column: 1, color: "1F4E79", labels: null },
          { title: "Commune", column: 2, color: "C55A11", labels: null },
        ],
        hasLegend: true,
        anchor: { top: 10, left: 0, bottom: 25, right: 2 },
        altText: "Montants par commune",
      },
      {
        kind: "bar-stacked-100",
        title: "Qui paie",
        categories: { column: 0, firstRow: 4, lastRow: 4 },
        series: [
          { title: "CAGB", column: 1, color: "404040", labels: { format: "0.0%", color: "FFFFFF", at: "center" } },
          { title: "Commune", column: 2, color: "A6A6A6", labels: { format: "0.0%", color: "000000", at: "center" } },
        ],
        hasLegend: true,
        anchor: { top: 27, left: 0, bottom: 33, right: 2 },
        altText: "Parts du titre",
      },
      {
        kind: "column",
        title: "D’une année à l’autre",
        categories: { column: 0, firstRow: 2, lastRow: 3 },
        series: [
          {
            title: "Montant",
            column: 2,
            color: "404040",
            labels: { format: '#,##0;-#,##0;""', color: "000000", at: "end" },
          },
        ],
        hasLegend: false,
        anchor: { top: 35, left: 0, bottom: 50, right: 2 },
        altText: "Montants de deux années",
      },
    ],
    dataBars: [
      { column: 2, firstRow: 2, lastRow: 3, fill: "D9D9D9", line: "7F7F7F" },
      { column: 1, firstRow: 2, lastRow: 2, fill: "DDEBF7", line: "1F4E79" },
    ],
    names: [{ name: "ORDICLASSE_TITRE", row: 4, column: 2 }],
  });
}
