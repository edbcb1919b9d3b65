import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { SelectField } from "../../parts/fields";
import { effectKey, type Effect } from "../../state/choices";
import type { Question } from "../../state/preview";
import { previewOf, effectsIn } from "../../state/state";
import { placeText } from "../../texts/words";
import { answerText, known, isFrench, useReadingTexts, type ReadingTexts } from "./texts";

interface QuestionFormProps {
  readonly question: Question;
  /** How many cells it settles. */
  readonly count: number;
  /** Which of its places is shown. */
  readonly place: number;
}

/** The maximum number of answers shown as radio buttons; more are in a list. */
const seenAtOnce = 5;
/** How long after the last key an effect is reckoned. */
const pauseBeforeReckoning = 300;

/** Draws a question: each answer with its effect, none selected, and a button whose label states its scope. */
export function QuestionForm(props: QuestionFormProps) {
  const { state } = usePane();
  const { t } = useReadingTexts();
  if (state.readOnly) return <p class="warning">{t("pane-say-read-only")}</p>;
  return props.question.about === "accepted" ? <Accept {...props} /> : <Answers {...props} />;
}

/** Draws what accepts a value that looks wrong, and is right. */
function Accept({ question, count }: QuestionFormProps) {
  const { session, state } = usePane();
  const { words, t } = useReadingTexts();
  const effect = effectsIn(state)[effectKey(question, "", null)];
  useEffect(() => {
    if (effect === undefined) void session.run.estimateAnswer(question, "", null);
  }, [effect === undefined]);
  const text = count > 1 ? t("pane-say-accept-all", { count }) : question.word;
  return (
    <div class="decision">
      <Button onClick={() => void session.run.answer(question, "", null)}>
        {effect?.kind === "reckoned"
          ? t("pane-say-accept-effect", { text, amount: words.difference(effect.change.difference) })
          : t("pane-say-accept", { text })}
      </Button>
    </div>
  );
}

function Answers({ question, count, place }: QuestionFormProps) {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const { t } = texts;
  const [as, setAs] = useState<string | null>(null);
  const [isWanted, setWanted] = useState(false);
  const choose = (answer: string) => {
    setAs(answer === "" ? null : answer);
    setWanted(false);
  };
  const apply = (here: number | null) => (as === null ? setWanted(true) : void session.run.answer(question, as, here));
  const isHere = question.about === "column" && question.places.length > 1;
  const { answers } = question;
  const Field = answers.length <= seenAtOnce ? Radios : List;
  return (
    <div
      class="say-once"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        apply(null);
      }}
    >
      <Field question={question} chosen={as} isWanted={isWanted} onChoose={choose} />
      <EffectLine effect={as === null ? undefined : effectsIn(state)[effectKey(question, as, null)]} chosen={as} />
      <Button onClick={() => apply(null)}>{applyText(question, count, texts)}</Button>
      {isHere && (
        <Button onClick={() => apply(place)}>
          {t("pane-say-apply-tab", { sheet: question.places[place]?.sheet ?? "" })}
        </Button>
      )}
    </div>
  );
}

interface FieldProps {
  readonly question: Question;
  readonly chosen: string | null;
  readonly isWanted: boolean;
  readonly onChoose: (as: string) => void;
}

/** Draws the answers as radio buttons: arrows choose, and choosing applies nothing. */
function Radios({ question, chosen, isWanted, onChoose }: FieldProps) {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const id = useId();
  const preview = previewOf(state);
  const effects = question.answers.map((as) => effectsIn(state)[effectKey(question, as, null)]);
  const isWeighed = effects.every((effect) => effect !== undefined);
  useEffect(() => {
    for (const as of question.answers) void session.run.estimateAnswer(question, as, null);
  }, [isWeighed]);
  if (preview === null) return null;
  return (
    <fieldset class="answers" aria-describedby={isWanted ? `${id}-wanted` : undefined}>
      <legend>{legendOf(question, texts)}</legend>
      {question.answers.map((as, index) => (
        <label key={as}>
          <input type="radio" name={id} value={as} checked={chosen === as} onChange={() => onChoose(as)} />
          <InLanguage question={question} as={as}>
            {answerText(question, as, known(preview), texts)}
          </InLanguage>
          <span class="amount">{effectText(effects[index], texts)}</span>
          {createdText(effects[index], texts) !== "" && (
            <span class="creates warning">
              <span aria-hidden="true">▲ </span>
              {createdText(effects[index], texts)}
            </span>
          )}
        </label>
      ))}
      {isWanted && (
        <p id={`${id}-wanted`} class="fault" role="alert">
          {texts.t("pane-say-choose")}
        </p>
      )}
    </fieldset>
  );
}

function List({ question, chosen, isWanted, onChoose }: FieldProps) {
  const { session, state } = usePane();
  const texts = useReadingTexts();
  const preview = previewOf(state);
  const effect = chosen === null ? null : effectsIn(state)[effectKey(question, chosen, null)];
  useEffect(() => {
    if (chosen === null || effect !== undefined) return;
    const timer = setTimeout(() => void session.run.estimateAnswer(question, chosen, null), pauseBeforeReckoning);
    return () => clearTimeout(timer);
  }, [chosen, effect === undefined]);
  if (preview === null) return null;
  return (
    <SelectField
      label={legendOf(question, texts)}
      value={chosen ?? ""}
      onChange={onChoose}
      placeholder={texts.t("pane-say-choose")}
      wanted={isWanted}
    >
      {question.answers.map((as) => (
        <option key={as} value={as} lang={isFrench(question, as) ? "fr" : undefined}>
          {answerText(question, as, known(preview), texts)}
        </option>
      ))}
    </SelectField>
  );
}

function InLanguage({ question, as, children }: { question: Question; as: string; children: ComponentChildren }) {
  return <span lang={isFrench(question, as) ? "fr" : undefined}>{children}</span>;
}

/** Returns the text of a question. */
function legendOf({ about, kind, word, places, answers }: Question, { words, t }: ReadingTexts): string {
  const [first] = places;
  switch (about) {
    case "word":
      if (kind !== "header") return t("pane-say-word", { text: word });
      // A question about remarks on machines that may be gone, or about the content of a column.
      return t(answers.includes("out") ? "pane-say-remark" : "pane-say-heading", { text: word });
    case "column": {
      const letter = letterOf(first?.cell ?? "");
      return word === "" ? t("pane-say-column", { letter }) : t("pane-say-column-titled", { letter, text: word });
    }
    case "table":
      return places.length > 1
        ? t("pane-say-tables", { count: words.integer(places.length) })
        : t("pane-say-table", { place: placeText(first?.sheet ?? "", first?.cell ?? null, null, words) });
    default:
      return t("pane-say-repeat");
  }
}

function applyText({ about, kind, word, places }: Question, count: number, { words, t, tCount }: ReadingTexts) {
  switch (about) {
    case "word":
      return kind === "header"
        ? tCount("pane-say-apply-headings", 1, { text: word })
        : tCount("pane-say-apply-rows", count);
    case "column":
      return places.length > 1
        ? tCount("pane-say-apply-headings", places.length, { text: word })
        : t("pane-say-apply-column", { letter: letterOf(places[0]?.cell ?? "") });
    case "repeat":
      // The answer applies to the whole table, whichever schools appear twice.
      return t("pane-say-apply-table");
    default:
      return places.length > 1
        ? t("pane-say-apply-tables", { count: words.integer(places.length) })
        : t("pane-say-apply-table");
  }
}

export function letterOf(cell: string): string {
  return cell.replace(/\d+$/, "");
}

/** The pause after the last key before an effect is announced. */
const pauseBeforeReading = 300;

/** Returns the effect of an answer in short, beside it. */
function effectText(effect: Effect | undefined, { words, t }: ReadingTexts): string {
  if (effect === undefined || effect.kind === "reckoning") return t("pane-say-reckoning");
  return effect.kind === "unknown" ? t("pane-say-unknown") : words.difference(effect.change.difference);
}

/** Draws the effect of the selected answer on the titre, announced after a pause. */
function EffectLine({ effect, chosen }: { readonly effect: Effect | undefined; readonly chosen: string | null }) {
  const texts = useReadingTexts();
  const [announced, setAnnounced] = useState("");
  const text = chosen === null ? "" : wholeText(effect, texts);
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(text), pauseBeforeReading);
    return () => clearTimeout(timer);
  }, [text, chosen]);
  return (
    <p class="effect secondary" role="status">
      {chosen === null ? "" : announced}
    </p>
  );
}

function wholeText(effect: Effect | undefined, texts: ReadingTexts): string {
  if (effect?.kind !== "reckoned") return effectText(effect, texts);
  const { words, t } = texts;
  const { before, after, difference } = effect.change;
  const sentence = t("pane-say-effect", {
    amount: words.difference(difference),
    before: words.euros(before),
    after: words.euros(after),
  });
  const created = createdText(effect, texts);
  return created === "" ? sentence : `${sentence}. ${created}`;
}

/** The maximum number of cells named among those of the points that an answer would create. */
const namedAtOnce = 3;

/** Returns the points that an answer would create; empty without any. */
function createdText(effect: Effect | undefined, { tCount }: ReadingTexts): string {
  if (effect?.kind !== "reckoned" || effect.created.length === 0) return "";
  const cells = effect.created.flatMap(({ cell }) => cell ?? []);
  const named = cells.slice(0, namedAtOnce).join(", ");
  return tCount("pane-say-creates", effect.created.length, {
    cells: cells.length > namedAtOnce ? `${named}…` : named,
  });
}
