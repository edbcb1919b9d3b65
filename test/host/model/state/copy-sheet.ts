import { HostError } from "../../host-object";
import { renamed } from "../formula/references";
import { wholeSheet } from "./area";
import { copyArea } from "./copy";
import { HostName } from "./name";
import type { HostSheet } from "./sheet";

/** Copies a sheet with its sheet-scoped names and its print set-up, under a name with « (2) ». */
export function copySheet(sheet: HostSheet, place: number): HostSheet {
  const { book } = sheet;
  book.assertStructure();
  if (sheet.charts.length + sheet.tables.length > 0)
    throw new HostError("NotImplemented", "The host copies neither charts nor tables with their sheet.");
  let name = "";
  for (let number = 2; name === "" || book.findSheet(name) !== null; number++) {
    const suffix = ` (${number})`;
    name = sheet.name.slice(0, 31 - suffix.length) + suffix;
  }
  const copy = book.insertSheet(name, place);
  book.calculation.update();
  copyArea({ sheet, ...wholeSheet }, { sheet: copy, ...wholeSheet }, "All");
  for (const [row, height] of sheet.rowHeights) copy.rowHeights.set(row, height);
  for (const one of sheet.names) {
    const twin = new HostName(one.name, copy, renamed(one.formula, sheet.name, name));
    twin.visible = one.visible;
    copy.names.push(twin);
  }
  // A name of the workbook that leads to the sheet gets a twin of the copy's own.
  for (const one of book.names) {
    const formula = renamed(one.formula, sheet.name, name);
    if (formula !== one.formula) copy.names.push(new HostName(one.name, copy, formula));
  }
  for (const row of sheet.rowBreaks) copy.rowBreaks.add(row);
  for (const column of sheet.columnBreaks) copy.columnBreaks.add(column);
  const { margins, texts, firstTexts, settings, ...page } = sheet.page;
  Object.assign(copy.page, page);
  Object.assign(copy.page.margins, margins);
  Object.assign(copy.page.texts, texts);
  Object.assign(copy.page.firstTexts, firstTexts);
  Object.assign(copy.page.settings, settings);
  Object.assign(copy.settings, sheet.settings);
  copy.visibility = sheet.visibility;
  copy.tabColor = sheet.tabColor;
  copy.freeze = sheet.freeze;
  copy.autoFilter = sheet.autoFilter;
  copy.isProtected = sheet.isProtected;
  return copy;
}
