import { useEffect, useRef } from "preact/hooks";
import type { Anomaly, Severity } from "../../messages";
import { isOtherFile } from "../session/state";
import { anatomyOf } from "../words/anatomy";
import { placeText } from "../words/places";
import { Button } from "./button";
import { usePane } from "./pane-context";
import { PointChoices } from "./point-choices";

/** A shape beside the word: never the colour alone. */
const shapes: Readonly<Record<Severity, string>> = { error: "■", warning: "▲", info: "●" };

interface PointItemProps {
  readonly point: Anomaly;
  readonly index: number;
  readonly isOpen: boolean;
}

/** A point: what and where; opened, why, what to do, and the way to its cell. */
export function PointItem({ point, index, isOpen }: PointItemProps) {
  const { session, state, words } = usePane();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView?.({ block: "nearest" });
  }, [isOpen]);
  const { severity, code, file, sheet, cell } = point;
  const otherFile = isOtherFile(state, file) ? file : null;
  const { what, rest } = anatomyOf(words.anomaly(point));
  const details = `point-${index}`;
  return (
    <li class={`point ${severity}`} ref={item}>
      <button
        type="button"
        class="point-head"
        aria-expanded={isOpen}
        aria-controls={isOpen ? details : undefined}
        onClick={() => session.openPoint(isOpen ? null : index)}
      >
        <span class="severity">
          <span aria-hidden="true">{shapes[severity]} </span>
          {words.say(`pane-severity-${severity}`)}
        </span>
        <span class="what">{what}</span>
        {sheet !== null && <span class="where">{placeText(sheet, cell, otherFile, words)}</span>}
      </button>
      {isOpen && (
        <div class="point-details" id={details}>
          {rest.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {otherFile !== null && sheet !== null && cell !== null && (
            <p>{words.say("pane-file-point", { file: otherFile, sheet, cell })}</p>
          )}
          {otherFile === null && sheet !== null && cell !== null && (
            <Button onClick={() => void session.goTo(sheet, cell)}>{words.say("pane-act-goto", { cell })}</Button>
          )}
          <PointChoices key={JSON.stringify(point)} index={index} />
          <p class="code">{words.say("pane-point-code", { code })}</p>
        </div>
      )}
    </li>
  );
}
