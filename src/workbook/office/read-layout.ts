import { columnName } from "../../cells";
import { withoutSheet } from "./addresses";
import { frozenCells, marginNames, textNames, type MarginName, type SheetLayout, type TextName } from "./layout";

/** Queues the question of how a sheet is laid out, its first columns wide. */
export function askLayout(sheet: Excel.Worksheet, columns: number): () => SheetLayout {
  sheet.load("tabColor");
  const widths = sheet.getRange(`A:${columnName(columns - 1)}`).getColumnProperties({ format: { columnWidth: true } });
  const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
  const page = sheet.pageLayout.load(`orientation,paperSize,zoom,${marginNames.join()}`);
  const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
  const texts = sheet.pageLayout.headersFooters.defaultForAllPages.load(textNames.join());
  const breaks = sheet.horizontalPageBreaks.load("items/rowIndex");
  return () => ({
    widths: widths.value.map(({ format }) => format?.columnWidth ?? 0),
    tabColor: sheet.tabColor as string | null,
    freeze: frozen.isNullObject ? null : frozenCells(plain(frozen.address)),
    orientation: page.orientation,
    paperSize: page.paperSize,
    margins: Object.fromEntries(marginNames.map((name) => [name, page[name]])) as Record<MarginName, number>,
    fit: {
      across: page.zoom.horizontalFitToPages ?? null,
      down: page.zoom.verticalFitToPages ?? null,
      scale: page.zoom.scale ?? null,
    },
    printArea: area.isNullObject ? null : plain(area.address),
    titleRows: titles.isNullObject ? null : plain(titles.address),
    texts: Object.fromEntries(textNames.map((name) => [name, texts[name] ?? ""])) as Record<TextName, string>,
    breaks: breaks.items.map(({ rowIndex }) => rowIndex),
  });
}

function plain(address: string): string {
  return withoutSheet(address).replaceAll("$", "");
}
