import type { Batch, BatchAnswer } from "./interpreter/batch";
import { actionType, pathType } from "./interpreter/batch";
import { objectErrors, transport } from "./interpreter/error-codes";
import { Faults, type Fault, type FaultMoment } from "./faults";
import { runBatch, type Interpreter } from "./interpreter/interpreter";

/** Bytes that a request, or its answer, may weigh in Excel on the web. */
export const payloadLimit = 5 * 1024 * 1024;

/**
 * What a request is for: the workbook; the library's own tidying after a run, which nobody awaits; or a service of Office
 * (results of functions, the ribbon, the pane's visibility).
 */
type RequestKind = "workbook" | "cleanup" | "service";

/** One `context.sync()`, as it went. */
export interface RequestRecord {
  readonly kind: RequestKind;
  /** UTF-8 bytes of the batch, and of what it brought back. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly actions: number;
  /** Code of the refusal, or number of the transport error. */
  readonly error?: string | number;
}

/** What `executeMethod` 93 is answered. */
export interface RichAnswer {
  readonly Version: 1;
  readonly Error: number;
  readonly Data?: readonly [200, readonly string[], string];
}

/** Takes each request to the interpreter, counts it, and does what the plan of faults says. */
export class RichApi {
  readonly faults = new Faults();
  readonly requests: RequestRecord[] = [];
  /** True: Excel answers nothing but an error. */
  down = false;
  /** True: a cell is being edited. */
  cellEditing = false;

  constructor(private readonly interpreter: Interpreter) {}

  /** Whether a batch is for the workbook. */
  isOnWorkbook(body: string): boolean {
    return kindOf(JSON.parse(body) as Batch) === "workbook";
  }

  answer(body: string): RichAnswer {
    const batch = JSON.parse(body) as Batch;
    const kind = kindOf(batch);
    const outcome = this.outcome(batch, body, kind);
    const text = typeof outcome === "number" ? "" : JSON.stringify(outcome);
    const tooLarge = Buffer.byteLength(text) > payloadLimit;
    const error = tooLarge ? transport.answerTooLarge : typeof outcome === "number" ? outcome : outcome.Error?.Code;
    this.requests.push({
      kind,
      bytesIn: Buffer.byteLength(body),
      bytesOut: Buffer.byteLength(text),
      actions: batch.Actions.length,
      ...(error === undefined ? {} : { error }),
    });
    if (typeof error === "number") return { Version: 1, Error: error };
    return { Version: 1, Error: 0, Data: [200, ["CONTENT-TYPE", "application/json"], text] };
  }

  /** What the batch gives, or the number of a transport error. */
  private outcome(batch: Batch, body: string, kind: RequestKind): BatchAnswer | number {
    if (this.down) return transport.internal;
    if (kind !== "workbook") return runBatch(batch, this.interpreter);
    if (this.cellEditing) return transport.cellEditing;
    const fault = this.faults.next();
    if (Buffer.byteLength(body) > payloadLimit) return transport.requestTooLarge;
    return fault === null ? runBatch(batch, this.interpreter) : this.faulty(batch, fault);
  }

  private faulty(batch: Batch, { code, when }: Fault): BatchAnswer | number {
    const told = typeof code === "number" ? "GeneralException" : code;
    const applied = actionsApplied(batch.Actions.length, when);
    const answer = runBatch(batch, this.interpreter, applied, told);
    if (typeof code === "number") return code;
    return when === "after" ? lostAnswer(told, batch.Actions.length - 1) : answer;
  }
}

const actionsApplied = (count: number, when: FaultMoment): number =>
  typeof when === "number" ? when : { before: 0, halfway: Math.floor(count / 2), after: count }[when];

const lostAnswer = (code: string, ActionIndex: number): BatchAnswer => ({
  Error: { Code: code, Message: code, Location: "", ActionIndex, HttpStatusCode: objectErrors[code] ?? 400 },
  Results: [],
  TraceIds: [],
});

function kindOf({ Actions, ObjectPaths }: Batch): RequestKind {
  if (Object.values(ObjectPaths).some((path) => path.ObjectPathType === pathType.newObject)) return "service";
  const removed = Actions.filter((action) => action.Name === "_RemoveReference").length;
  const done = Actions.filter((action) => action.ActionType !== actionType.instantiate).length;
  return removed > 0 && removed === done ? "cleanup" : "workbook";
}
