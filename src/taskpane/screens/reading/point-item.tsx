import { useEffect, useRef } from "preact/hooks";
import { pointMessage, type Anomaly } from "../../../messages";
import { usePane } from "../../parts/context";
import { severityShapes, Button, CellLink, Mover } from "../../parts/elements";
import { isTextField, onEscape } from "../../parts/fields";
import type { PointShown } from "../../state/preview";
import { offersOf } from "../../state/offers";
import { isOtherFile, previewOf } from "../../state/state";
import { anatomyOf, towardsAnswers } from "../../texts/anatomy";
import { placeText } from "../../texts/words";
import type { Words } from "../../texts/words";
import { PointChoices } from "./point-choices";
import { QuestionForm } from "./question-form";
import { unitOf, useReadingTexts, type Unit } from "./texts";

interface PointItemProps {
  readonly point: PointShown;
  readonly index: number;
  readonly isOpen: boolean;
}

/** Draws a point: what and where; opened, why, what to do, and the way to its cells. */
export function PointItem({ point, index, isOpen }: PointItemProps) {
  const { session, words } = usePane();
  const { tCount } = useReadingTexts();
  const item = useRef<HTMLLIElement>(null);
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Its head last: a point may be higher than the room between the bars.
    for (const part of isOpen ? [item, head] : []) part.current?.scrollIntoView?.({ block: "nearest" });
  }, [isOpen]);
  const { severity, anomalies } = point;
  const { what } = anatomyOf(pointMessage(anomalies, words.speech, words.own));
  const details = `point-${index}`;
  const leave = () => {
    session.dispatch({ type: "point-opened", point: null });
    head.current?.focus();
  };
  return (
    <li class={`point ${severity}`} ref={item} onKeyDown={isOpen ? chooseByDigit : undefined}>
      <button
        type="button"
        class="point-head"
        aria-expanded={isOpen}
        aria-controls={isOpen ? details : undefined}
        ref={head}
        onClick={() =>
          isOpen ? session.dispatch({ type: "point-opened", point: null }) : void session.run.openPoint(index)
        }
      >
        <span class="severity">
          <span aria-hidden="true">{severityShapes[severity]} </span>
          {words.say(`pane-severity-${severity}`)}
          {anomalies.length > 1 && ` · ${tCount(`pane-point-${unitOfPoint(point)}`, anomalies.length)}`}
        </span>
        <PointWorth point={point} />
        <span class="what">{what}</span>
        <PointPlaces point={point} />
      </button>
      {isOpen && (
        <div class="point-details" id={details} onKeyDown={onEscape(leave)}>
          <Details point={point} index={index} />
        </div>
      )}
    </li>
  );
}

/** Draws the worth of a point: an amount, or the price of one unit when its number cannot be read. */
function PointWorth({ point: { severity, worth } }: Pick<PointItemProps, "point">) {
  const { words, t } = useReadingTexts();
  if (worth === null) return null;
  return (
    <span class="worth">
      {worth.amount === null
        ? t("pane-worth-each", { amount: words.euros(worth.price) })
        : t(severity === "error" ? "pane-worth-error" : "pane-worth-billed", { amount: words.euros(worth.amount) })}
    </span>
  );
}

/** The answers of a point, in the order of their numbers: those of its question, then the buttons that settle it. */
const answers = ".answers input, .decision > .button";

/** Chooses an answer of a point by its number, unless something is being typed; Enter applies it. */
function chooseByDigit(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const { key, ctrlKey, metaKey, altKey, target, currentTarget } = event;
  // A digit also goes to an item of a list.
  const isTaken = isTextField(target) || target instanceof HTMLSelectElement;
  if (!/^[1-9]$/.test(key) || ctrlKey || metaKey || altKey || isTaken) return;
  const answer = currentTarget.querySelectorAll<HTMLElement>(answers)[Number(key) - 1];
  answer?.focus();
  if (answer instanceof HTMLInputElement) answer.click();
}

/** Draws the first of its ranges, and how many others. */
function PointPlaces({ point: { places } }: Pick<PointItemProps, "point">) {
  const { state, words } = usePane();
  const { tCount } = useReadingTexts();
  const [first] = places;
  if (first === undefined || first.sheet === null) return null;
  const otherFile = isOtherFile(state, first.file) ? first.file : null;
  return (
    <span class="where">
      {placeText(first.sheet, first.range, otherFile, words)}
      {places.length > 1 && ` ${tCount("pane-point-others", places.length - 1)}`}
    </span>
  );
}

function Details({ point, index }: Omit<PointItemProps, "isOpen">) {
  const { session, state } = usePane();
  const { words, t } = useReadingTexts();
  const { anomalies, question, code } = point;
  const place = Math.min(state.list.place, anomalies.length - 1);
  const shown = anomalies[place]!;
  const { file, sheet, cell } = shown;
  const otherFile = isOtherFile(state, file) ? file : null;
  const preview = previewOf(state);
  const isAnsweredBelow =
    question !== null || (preview !== null && offersOf(index, preview, state.options, place).commune !== null);
  const about = anomalies.length > 1 ? "" : session.query.aboutCell(shown);
  const { rest } = anatomyOf(messageOf(point, place, words));
  const isRectified = code === "issued-amounts-differ" && state.analyses.rectification !== null;
  // What it asks for, after why, is done.
  const sentences = isRectified ? [...rest.slice(0, 1), t("pane-point-rectified")] : rest;
  return (
    <>
      {about !== "" && <p class="secondary stands">{about}</p>}
      {sentences.map((sentence) => (
        <p key={sentence}>{isAnsweredBelow ? towardsAnswers(sentence) : sentence}</p>
      ))}
      {otherFile !== null && sheet !== null && cell !== null && (
        <p>{words.say("pane-file-point", { file: otherFile, sheet, cell })}</p>
      )}
      {anomalies.length > 1 ? (
        <PointWalk point={point} place={place} otherFile={otherFile} />
      ) : (
        otherFile === null &&
        sheet !== null &&
        cell !== null && (
          <Button onClick={() => void session.run.selectCell(sheet, cell)}>
            {words.say("pane-act-goto", { cell })}
          </Button>
        )
      )}
      {question !== null && (
        <QuestionForm key={JSON.stringify(question)} question={question} count={anomalies.length} place={place} />
      )}
      <PointChoices key={JSON.stringify(shown)} index={index} place={place} />
      <p class="code">{words.say("pane-point-code", { code })}</p>
    </>
  );
}

/** Returns the message of a point; when its cells have different ones, that of the cell shown. */
function messageOf({ anomalies }: PointShown, place: number, { speech, own }: Pick<Words, "speech" | "own">): string {
  const messageFor = (some: readonly Anomaly[]) => pointMessage(some, speech, own);
  const all = messageFor(anomalies);
  return all === messageFor([anomalies[0]]) ? messageFor([anomalies[place]!]) : all;
}

/** Codes with at most one anomaly per row. */
const ofRows: ReadonlySet<string> = new Set([
  "unknown-commune",
  "missing-commune",
  "commune-no-longer",
  "commune-not-yet",
  "missing-school",
  "missing-label",
  "missing-nature",
  "unclear-campaign",
  "item-twice",
]);

function unitOfPoint({ question, code }: PointShown): Unit {
  if (ofRows.has(code)) return "rows";
  return question === null ? "cells" : unitOf(question);
}

interface PointWalkProps {
  readonly point: PointShown;
  readonly place: number;
  readonly otherFile: string | null;
}

/** Draws « 12 sur 93 » between two arrows: the cells of a point, one after the other, and their content. */
function PointWalk({ point: { anomalies }, place, otherFile }: PointWalkProps) {
  const { session } = usePane();
  const { words, t } = useReadingTexts();
  const anomaly = anomalies[place]!;
  const { sheet, cell } = anomaly;
  const row = session.query.describeRow(anomaly);
  return (
    <>
      <Mover
        name={t("pane-walk")}
        previous={t("pane-walk-previous")}
        next={t("pane-walk-next")}
        place={t("pane-walk-place", { n: words.integer(place + 1), count: words.integer(anomalies.length) })}
        onMove={(direction) => void session.run.walk(direction)}
      >
        {sheet !== null && cell !== null && <CellLink sheet={sheet} cell={cell} otherFile={otherFile} />}
      </Mover>
      {row !== "" && <p class="secondary stands">{row}</p>}
    </>
  );
}
