import { widthOf } from "../../cells";
import type { SheetModel } from "../../documents";
import { unexpected } from "../../messages";
import { openWorkbookFile } from "../files";
import { handOver, packLook, type RowsPiece } from "../in-page/handed-workbook";
import type { ShownWorkbook } from "../in-page/handed-workbook";
import type { Answer, FromPage, FromWorker, HandedWorkbook, Line, Question, Stage } from "../in-page/page-workbook";
import { fingerprintOf, HeldWorkbook } from "./held-workbook";

/** Holds a workbook for the page at the other end of the channel, and answers its questions. */
export function serveWorkbook(line: Line): void {
  const served = new ServedWorkbook(line);
  line.onmessage = ({ data }) => served.receive(data as FromPage);
  // Throwing informs the page, which would otherwise wait for an answer, or lack one of the documents.
  line.onmessageerror = () => {
    throw new Error("messageerror");
  };
}

class ServedWorkbook {
  private held: HeldWorkbook | null = null;
  /** The workbook as the page knows it. */
  private shown: ShownWorkbook | null = null;
  private readonly models: SheetModel[] = [];
  private goesOn: (yes: boolean) => void = () => undefined;

  constructor(private readonly line: Line) {}

  receive(message: FromPage): void {
    switch (message.kind) {
      case "model":
        this.models.push(message.model);
        return;
      case "goes-on":
        return this.goesOn(message.yes);
      default:
        void this.answer(message);
    }
  }

  /**
   * Answers a question. An unexpected exception is part of the answer, so that the page never waits in vain; the
   * workbook stays as it was.
   */
  private async answer(question: Question): Promise<void> {
    const fault = (bug: unknown) => ({ ok: false, anomaly: unexpected(bug) }) as const;
    const outcome = await this.act(question).catch(fault);
    try {
      this.send({ kind: "answer", outcome, workbook: this.handedOver() });
    } catch (bug) {
      this.send({ kind: "answer", outcome: fault(bug), workbook: null });
    }
  }

  private handedOver(): HandedWorkbook | null {
    const { held, shown } = this;
    if (held === null || held.open === shown) return null;
    const head = handOver(shown, held.open, (piece) => this.sendRows(piece));
    this.shown = held.open;
    return { head, canUndo: held.canUndo, last: held.last, undone: held.undone, tabColours: held.looks.tabColours };
  }

  private async act(question: Question): Promise<Answer["outcome"]> {
    if (question.kind === "open") {
      const opened = await openWorkbookFile(question.bytes, question.file);
      if (!opened.ok) return opened;
      this.held = new HeldWorkbook(opened.workbook);
      return { ok: true, fingerprint: fingerprintOf(question.bytes) };
    }
    const { held, models } = this;
    if (held === null) throw new Error("No workbook is open.");
    switch (question.kind) {
      case "edit":
      case "add-sheet":
      case "put-sheets":
        return held.make(question);
      case "generate":
        return held.generate(models.splice(-question.count), (next) => this.mayGoOn(next), question.isForGood);
      case "undo":
        return held.undo();
      case "take-back":
        return held.takeBack();
      case "redo":
        return held.redo();
      case "bytes":
        return held.bytes();
      case "look":
        return { ok: true, look: lookOf(held, question.sheet) };
    }
  }

  private mayGoOn(next: Stage): Promise<boolean> {
    return new Promise((resolve) => {
      this.goesOn = resolve;
      this.send({ kind: "stage", next });
    });
  }

  private sendRows(piece: RowsPiece): void {
    this.send({ kind: "rows", piece }, [piece.lengths.buffer, piece.kinds.buffer, piece.values.buffer]);
  }

  private send(message: FromWorker, transfer: Transferable[] = []): void {
    this.line.postMessage(message, transfer);
  }
}

function lookOf(held: HeldWorkbook, name: string) {
  const look = held.looks.sheet(name);
  const rows = held.open.cells.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return look === null ? null : packLook(look, rows.length, widthOf(rows));
}
