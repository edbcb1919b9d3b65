import { ExcelHost } from "../../host";
import { clocks, minus, plus, type Clocks } from "./clocks";

/**
 * Excel that knows how long it works itself. It answers in this process, from the moment when the page's message reaches
 * it until its answer is ready: in life, that is time of another process.
 */
export class TimedHost extends ExcelHost {
  spent: Clocks = { wall: 0, processor: 0 };

  override receive(...message: Parameters<ExcelHost["receive"]>): void {
    const start = clocks();
    super.receive(...message);
    this.spent = plus(this.spent, minus(clocks(), start));
  }

  /** Requests on the workbook; what the library sends by itself is not ours. */
  get sent(): ExcelHost["requests"] {
    return this.requests.filter(({ kind }) => kind === "workbook");
  }
}
