import type { Anomaly, MessageCode } from "../../messages";
import type { Desk } from "./desk";
import type { OtherWorkbook } from "./snapshot";

/** Keeps a workbook of the disk for the life of the pane; one of the same name gives it its place. */
export function keepWorkbook(desk: Desk, workbook: OtherWorkbook): void {
  keep(desk, [...without(desk, workbook.cells.file), workbook]);
}

export function forgetWorkbook(desk: Desk, name: string): void {
  keep(desk, without(desk, name));
}

/** Sources are told by the file's name alone: a workbook named as the one that is open is not read, and that is told. */
export function forgetNamesake(desk: Desk, open: string): void {
  if (without(desk, open).length === desk.others.length) return;
  forgetWorkbook(desk, open);
  desk.tell({ type: "troubled", anomaly: fileRefusal("pane-file-is-open", open) });
}

export function fileRefusal(code: MessageCode, file: string): Anomaly {
  return { severity: "error", code, file, sheet: null, cell: null, params: { file } };
}

function without({ others }: Desk, name: string): OtherWorkbook[] {
  return others.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}

function keep(desk: Desk, others: readonly OtherWorkbook[]): void {
  desk.others = others;
  desk.tell({ type: "files-kept", files: others.map(({ cells }) => cells.file) });
}
