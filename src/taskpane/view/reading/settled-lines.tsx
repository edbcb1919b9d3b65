import { previewOf } from "../../session/state";
import { usePane } from "../pane-context";
import { unitOf } from "./answers";
import { describeChoice } from "./describe-choice";
import { useReadingTexts } from "./words";

/** What was said once since the last reading, and the way back; there until the user has the workbook read. */
export function SettledLines() {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const { words, t, tCount } = texts;
  const preview = previewOf(state);
  if (state.settled.length === 0 || preview === null) return null;
  return (
    <ul class="settled-lines">
      {state.settled.map((settled, index) => {
        const { choices, question, count, difference } = settled;
        const amount = words.difference(difference);
        const what = describeChoice(choices[0]!, preview, texts);
        const isLast = index === state.settled.length - 1;
        return (
          <li key={JSON.stringify(choices)}>
            <p class={isLast ? "success settled" : "success"} tabIndex={isLast ? -1 : undefined}>
              <span aria-hidden="true">✓ </span>
              {count > 0
                ? tCount(`pane-settled-${unitOf(question)}`, count, { amount })
                : t("pane-settled", { amount })}
            </p>
            <p class="secondary">{what}</p>
            <button
              type="button"
              class="link"
              aria-label={t("pane-settled-back-name", { text: what })}
              onClick={() => void session.questions.takeBack(settled)}
            >
              {t("pane-settled-back")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
