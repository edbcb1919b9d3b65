import type { Anomaly } from "../../messages";
import type { Choice } from "../../options";
import { answer, choicesFor, sayAgain, takeBackAnswer } from "./answers";
import type { ColumnPlace, Question, Settled } from "./choice-types";
import type { SessionContext } from "./context";
import { goToAnomaly } from "./opener";
import { EffectEstimator } from "./scales";
import { sampleValues, describeRow } from "./stands-there";
import { previewOf } from "./state";
import { effectKey } from "./table-question";

/** What is asked once for all its cells: walked through, weighed, said, taken back. */
export class QuestionOperations {
  private readonly scales: EffectEstimator;

  constructor(private readonly context: SessionContext) {
    this.scales = new EffectEstimator(context);
  }

  /** The next (+1) or previous (−1) cell of the open point, going round; the focus stays where it is. */
  async walk(direction: 1 | -1): Promise<void> {
    const { point, place } = this.context.state;
    const anomalies = point === null ? [] : (previewOf(this.context.state)?.points[point]?.anomalies ?? []);
    if (anomalies.length < 2) return;
    const next = (place + direction + anomalies.length) % anomalies.length;
    const anomaly = anomalies[next]!;
    this.context.dispatch({ type: "place-shown", place: next });
    await goToAnomaly(this.context, anomaly);
    const { sheet, cell } = anomaly;
    if (this.context.state.trouble !== null || sheet === null || cell === null) return;
    const params = { n: next + 1, count: anomalies.length, cell: `${sheet} ${cell}`, row: this.standsAt(anomaly) };
    this.context.dispatch({ type: "noticed", notice: { code: "pane-point-walk", params } });
  }

  /** What stands in the row of a cell, in a few words. */
  standsAt(anomaly: Pick<Anomaly, "file" | "sheet" | "cell">): string {
    return describeRow(this.context, anomaly);
  }

  /** The first values below the heading of a column. */
  samples(column: ColumnPlace): string[] {
    return sampleValues(this.context, column);
  }

  /** Tells, in `effects`, what an answer would change; `here`: at that place of the question only. */
  weigh(question: Question, as: string, here: number | null): Promise<void> {
    const choices = choicesFor(this.context, question, as, here);
    const changes = choices.map((choice) => ({ ask: "choose", choice }) as const);
    return this.scales.estimate(effectKey(question, as, here), changes);
  }

  /** Tells, under that name in `effects`, what taking choices back would change. */
  weighTakingBack(key: string, choices: readonly Choice[]): Promise<void> {
    return this.scales.estimate(
      key,
      choices.map((choice) => ({ ask: "take-back", choice }) as const),
    );
  }

  /** Says once what a word, a column, a table is. */
  answer(question: Question, as: string, here: number | null): Promise<void> {
    return answer(this.context, question, as, here);
  }

  takeBack(settled: Settled): Promise<void> {
    return takeBackAnswer(this.context, settled);
  }

  /** Makes choices again where their cells say something else now. */
  sayAgain(choices: readonly Choice[]): Promise<void> {
    return sayAgain(this.context, choices);
  }

  /** Shows a table over Lecture; null goes back there. */
  openTable(table: number | null): void {
    this.context.dispatch({ type: "table-opened", table });
  }
}
