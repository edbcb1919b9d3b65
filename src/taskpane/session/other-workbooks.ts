import type { Anomaly, MessageCode } from "../../messages";
import type { SessionContext } from "./context";
import type { OtherWorkbook } from "./snapshot";

/** Keeps a workbook of the disk for the life of the pane; one of the same name gives it its place. */
export function keepWorkbook(context: SessionContext, workbook: OtherWorkbook): void {
  keep(context, [...without(context, workbook.cells.file), workbook]);
}

export function forgetWorkbook(context: SessionContext, name: string): void {
  keep(context, without(context, name));
}

/** Sources are told by the file's name alone: a workbook named as the one that is open is not read, and that is told. */
export function forgetNamesake(context: SessionContext, open: string): void {
  if (without(context, open).length === context.others.length) return;
  forgetWorkbook(context, open);
  context.dispatch({ type: "troubled", anomaly: fileRefusal("pane-file-is-open", open) });
}

export function fileRefusal(code: MessageCode, file: string): Anomaly {
  return { severity: "error", code, file, sheet: null, cell: null, params: { file } };
}

function without({ others }: SessionContext, name: string): OtherWorkbook[] {
  return others.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}

function keep(context: SessionContext, others: readonly OtherWorkbook[]): void {
  context.others = others;
  context.dispatch({ type: "files-kept", files: others.map(({ cells }) => cells.file) });
}
