import { useEffect } from "preact/hooks";
import type { Anomaly } from "../../../messages";
import type { Choice } from "../../../options";
import { usePane } from "../../parts/context";
import { Button, CellLink, Warning } from "../../parts/elements";
import { InlineForm, useUnfolding } from "../../parts/fields";
import { isAbout } from "../../state/offers";
import type { ChoiceGroup } from "../../state/choices";
import type { Preview } from "../../state/preview";
import { previewOf, effectsIn } from "../../state/state";
import { describeChoice, known, unitOf, useReadingTexts } from "./texts";

/** Draws the choices in force, first those to be made again: the effect of each, its place, and a button to undo it. */
export function ChoiceList() {
  const { state, words } = usePane();
  const { tCount } = useReadingTexts();
  const { options } = state;
  const preview = previewOf(state);
  if (options.kind !== "seen" || options.groups.length === 0) return null;
  const known = options.groups.map((group) => ({ group, moved: movedIn(group, preview) }));
  const moved = known.filter((one) => one.moved !== null);
  const others = known.filter((one) => one.moved === null);
  return (
    <>
      {moved.length > 0 && <Warning>{tCount("pane-choice-moved", moved.length)}</Warning>}
      <ul class="choices" aria-label={words.say("pane-choices-list")}>
        {[...moved, ...others].map(({ group, moved: point }) => (
          <ChoiceItem key={JSON.stringify(group.choices)} group={group} moved={point} preview={preview} />
        ))}
      </ul>
    </>
  );
}

interface ChoiceItemProps {
  readonly group: ChoiceGroup;
  /** The anomaly of a choice whose cell has another text now; null while the choice applies. */
  readonly moved: Anomaly | null;
  readonly preview: Preview | null;
}

function ChoiceItem({ group, moved, preview }: ChoiceItemProps) {
  const { session } = usePane();
  const { tCount } = useReadingTexts();
  const texts = useReadingTexts();
  const { t } = texts;
  const [first] = group.choices;
  if (first === undefined) return null;
  const text = describeChoice(first, known(preview), texts);
  return (
    <li>
      <p>{text}</p>
      {moved !== null && <p class="warning">{changedText(moved, t)}</p>}
      {group.sheet !== null && (
        <p>
          <CellLink sheet={group.sheet} cell={group.cells[0] ?? "A1"} otherFile={group.otherFile} />
          {group.cells.length > 1 && ` ${tCount("pane-choice-others", group.cells.length - 1)}`}
        </p>
      )}
      {moved !== null && first.about !== "row" && (
        <Button name={t("pane-choice-redo-name", { text })} onClick={() => void session.run.chooseAgain(group.choices)}>
          {t("pane-choice-redo")}
        </Button>
      )}
      <Removing group={group} text={text} />
    </li>
  );
}

/** Draws « Retirer… », which shows its effect first. */
function Removing({ group: { choices }, text }: { readonly group: ChoiceGroup; readonly text: string }) {
  const { session, state } = usePane();
  const { words, t, tCount } = useReadingTexts();
  const { isOpen, leave, opener } = useUnfolding();
  const key = JSON.stringify(["take-back", choices]);
  const effect = effectsIn(state)[key];
  useEffect(() => {
    if (isOpen && effect === undefined) void session.run.estimateTakingBack(key, choices);
  }, [isOpen, effect === undefined]);
  const consequence = () => {
    if (effect?.kind !== "reckoned") return t(effect?.kind === "unknown" ? "pane-say-unknown" : "pane-say-reckoning");
    const amount = words.difference(effect.change.difference);
    return effect.errors > 0
      ? tCount("pane-choice-back-errors", effect.errors, { amount })
      : t("pane-choice-back", { amount });
  };
  return (
    <div class="decision">
      <button type="button" class="button" {...opener} aria-label={t("pane-choice-remove-name", { text })}>
        {t("pane-choice-remove")}
      </button>
      {isOpen && (
        <InlineForm onLeave={leave}>
          <p role="status">{consequence()}</p>
          <Button onClick={() => void session.run.takeBack(choices)}>{t("pane-choice-remove-it")}</Button>
          <Button onClick={leave}>{t("pane-choice-keep-it")}</Button>
        </InlineForm>
      )}
    </div>
  );
}

function movedIn({ choices }: ChoiceGroup, preview: Preview | null): Anomaly | null {
  const moved = (preview?.points ?? [])
    .filter(({ code }) => code === "choice-moved")
    .flatMap(({ anomalies }) => anomalies);
  return moved.find((anomaly) => choices.some((choice) => isAbout(anomaly, choice))) ?? null;
}

function changedText({ params }: Anomaly, t: ReturnType<typeof useReadingTexts>["t"]): string {
  const [text, value] = [String(params["was"] ?? ""), String(params["now"] ?? "")];
  return value === "" ? t("pane-choice-gone", { text }) : t("pane-choice-became", { text, value });
}

/**
 * Draws the answers given since the last reading, with a way to take them back, until the user reads the workbook
 * again.
 */
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
        const what = describeChoice(choices[0]!, known(preview), texts);
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
            <Button
              link
              name={t("pane-settled-back-name", { text: what })}
              onClick={() => void session.run.takeBackAnswer(settled)}
            >
              {t("pane-settled-back")}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Draws « Reprendre la ligne », « À vérifier de nouveau » or « Revenir à la lecture d'avant », or nothing. */
export function TakeBackButton({ choices }: { readonly choices: readonly Choice[] }) {
  const { session } = usePane();
  const { t } = useReadingTexts();
  const [first] = choices;
  if (first === undefined) return null;
  return (
    <Button onClick={() => void session.run.takeBack(choices)}>
      {first.about === "row"
        ? t("pane-act-bring-back", { row: first.choice.row })
        : t(first.about === "accepted" ? "pane-act-check-again" : "pane-act-read-as-before")}
    </Button>
  );
}
